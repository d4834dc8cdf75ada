/// A release as the index page lists it.
struct IndexedRelease {
    let manifest: Manifest
    /// Whether `latest` points at it.
    let isLatest: Bool
    /// Whether it was issued, in words.
    let issued: String
    /// The address of its page, relative to the index page.
    let page: String
    /// `2019/20 Quarter 1`.
    let quarterTitle: String
    /// How many of its rows count, in words.
    let quality: String
    /// The files that people ask for.
    let downloads: [PageDownload]
    /// Its summary in Markdown; nil when it has none.
    let summary: String?
}
