package import Releases

/// A release as the index page lists it.
package struct IndexedRelease {
    package let manifest: Manifest
    /// Whether `latest` points at the release.
    package let isLatest: Bool
    /// Whether the release was issued, in words.
    package let issued: String
    /// The address of the release's page, relative to the index page.
    package let page: String
    /// `2019/20 Quarter 1`.
    package let quarterTitle: String
    /// How many rows count, in words.
    package let quality: String
    /// The files that most people need.
    package let downloads: [PageDownload]
    /// The release's summary in Markdown; nil when there is none.
    package let summary: String?

    /// Creates a release from its parts.
    package init(
        manifest: Manifest, isLatest: Bool, issued: String, page: String, quarterTitle: String, quality: String,
        downloads: [PageDownload], summary: String?
    ) {
        self.manifest = manifest
        self.isLatest = isLatest
        self.issued = issued
        self.page = page
        self.quarterTitle = quarterTitle
        self.quality = quality
        self.downloads = downloads
        self.summary = summary
    }
}
