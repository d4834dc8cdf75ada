import Files
import Indicators
package import Releases
import Reporting

/// The contents of a release's page. Templates read the stored properties by their names.
package struct ReleasePage {
    struct DrawnChart {
        let title, drawing: String
    }

    let pageTitle, css: String
    let partnership, title, period, releaseID, author: String
    let contact: [String]
    let hasContact: Bool
    let summary: PageSummary?
    let changes: [String]
    let hasChanges: Bool
    let downloads: [PageDownload]
    let tables: [PageTable]
    let charts: [DrawnChart]
    /// The reasons why some charts are not drawn.
    let omissions: [String]
    let chartTables: [PageTable]
    let hasCharts: Bool
    let gaps: [String]
    /// Where every extract is listed, when the table does not list them.
    let qualityListing: String?
    let quality: PageTable?
    let notes: [PageTable]
    let hasNotes: Bool

    /// Creates the page of a release with files that have been written already. The manifest is written last, so its
    /// size is not known.
    package init(_ release: Release, files: [(file: String, title: String, bytes: Int)]) {
        let words = release.description
        css = PageTemplates.css
        partnership = words.partnership
        title = "\(words.title), \(words.quarterTitle)"
        pageTitle = title
        period = words.period
        releaseID = release.manifest.releaseID
        author = words.author
        contact = words.contact
        hasContact = !contact.isEmpty
        summary = release.summary.flatMap { PageSummary(markdown: $0.markdown) }
        changes = release.changes
        hasChanges = !changes.isEmpty
        downloads =
            files.map { PageDownload($0.file, title: $0.title, bytes: $0.bytes) } + [
                PageDownload(OutputLayout.Name.manifest, title: "Manifest: what the release was made from", bytes: nil)
            ]
        // Appendices may share tables, so each table is listed once.
        var known: Set<String> = []
        let pages = release.appendices.flatMap(\.pages)
        let drawn = Set(release.chartTables.map(\.id))
        let all = release.appendices.flatMap(\.tablePages).map(\.table).filter { known.insert($0.id).inserted }
        tables = all.filter { !drawn.contains($0.id) }.map(PageTable.init)
        chartTables = all.filter { drawn.contains($0.id) }.map(PageTable.init)
        charts = release.appendices.flatMap(\.chartPages).enumerated().map { index, page in
            DrawnChart(
                title: page.title,
                drawing: ChartDrawing(page.chart, of: page.chartSet, id: "chart-\(index + 1)").svg)
        }
        omissions = release.appendices.flatMap(\.chartSets).flatMap(\.omissions)
        hasCharts = !charts.isEmpty || !omissions.isEmpty
        let qualityPage = pages.lazy.compactMap { $0 as? DataQualityPage }.first
        gaps = release.quality.gaps
        qualityListing = qualityPage?.listing
        quality = qualityPage.map { PageTable($0) }
        notes = pages.compactMap { ($0 as? NotesPage).map { PageTable($0) } }
        hasNotes = !notes.isEmpty
    }
}
