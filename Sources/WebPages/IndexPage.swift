import Core
import Releases

/// The contents of the page that links to every release. Templates read the stored properties by their names.
package struct IndexPage {
    /// One release of the list.
    struct Entry {
        let quarter, period, releaseID, page, quality, issued: String
        let isLatest: Bool
    }

    /// The newest release of a pipeline.
    struct Newest {
        let quarter, period, page, quality, issued: String
        let gapWords: String?
        let changes: [String]
        let hasChanges: Bool
        let noChanges = "There was no issued release to compare it with."
        let downloads: [PageDownload]
        let summary: PageSummary?
    }

    /// One pipeline, with its newest release and the others.
    struct Pipeline {
        let id, title, earlierTitle: String
        let newest: Newest
        let earlier: [Entry]
        let hasEarlier: Bool
    }

    let pageTitle, css: String
    let pipelines: [Pipeline]

    /// Creates the page of the releases, which begin with the newest of each pipeline.
    package init(_ releases: [[IndexedRelease]]) {
        css = PageTemplates.css
        pageTitle = "Performance releases"
        pipelines = releases.compactMap { releases in releases.first.map { Pipeline(newest: $0, all: releases) } }
            .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    }
}

extension IndexPage.Pipeline {
    fileprivate init(newest: IndexedRelease, all: [IndexedRelease]) {
        id = newest.manifest.pipeline
        title = newest.manifest.about?.title ?? newest.manifest.pipeline
        earlierTitle = "Other releases: \(title)"
        self.newest = IndexPage.Newest(newest)
        earlier = all.dropFirst().map(IndexPage.Entry.init)
        hasEarlier = !earlier.isEmpty
    }
}

extension IndexPage.Entry {
    fileprivate init(_ release: IndexedRelease) {
        self.init(
            quarter: release.quarterTitle, period: release.manifest.about?.period ?? "",
            releaseID: release.manifest.releaseID, page: release.page, quality: release.quality,
            issued: release.issued, isLatest: release.isLatest)
    }
}

extension IndexPage.Newest {
    fileprivate init(_ release: IndexedRelease) {
        let manifest = release.manifest
        let changes = manifest.changes ?? []
        let gaps = manifest.gaps.map { gap in
            "\(gap.source), \(gap.subject), \(gap.period)"
                + (gap.reason == FindingRule.partialMonth.rawValue ? " (in part)" : "")
        }
        self.init(
            quarter: release.quarterTitle, period: manifest.about?.period ?? "", page: release.page,
            quality: release.quality, issued: release.issued,
            gapWords: gaps.isEmpty ? nil : gaps.joined(separator: "; "), changes: changes,
            hasChanges: !changes.isEmpty, downloads: release.downloads,
            summary: release.summary.flatMap(PageSummary.init(markdown:)))
    }
}
