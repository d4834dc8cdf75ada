public import Core
public import Indicators
public import Reporting

/// Everything that one run has to publish.
public struct Release: Sendable {
    /// What it was made of; it also has the pipeline, the quarter and the release's identifier.
    public private(set) var manifest: Manifest
    /// The day that the workbooks name as that of their making: a day of the data, since no clock may be read.
    public let created: CalendarDate
    /// Whose it is, for when, and whom to ask.
    public let description: ReportDescription
    /// One workbook each.
    public let appendices: [Report]
    /// One CSV each, and all of their figures in `figures.csv`.
    public let tables: [FigureTable]
    /// One CSV each, beside the figures.
    public let listings: [Listing]
    /// One file for each extract with quarantined rows.
    public let quarantine: [QuarantineFile]
    /// Where the rows of the extracts went.
    public let quality: DataQuality
    /// The quarter in plain English; nil when the definition has none.
    public let summary: ReportSummary?
    /// What changed since the release before, in sentences; empty when nothing did or there was no comparison.
    public let changes: [String]
    /// What differs from the issued release that the figures are compared with; nil when there is none.
    public let revisions: [FigureRevision]?
    /// The true numbers behind figures that may have to be withheld, for the state folder alone; nil when there are none.
    public let record: [UInt8]?

    /// A release from its parts.
    public init(
        manifest: Manifest, created: CalendarDate, description: ReportDescription, appendices: [Report],
        tables: [FigureTable], listings: [Listing] = [], quarantine: [QuarantineFile],
        quality: DataQuality = DataQuality(extracts: []),
        summary: ReportSummary? = nil, changes: [String] = [], revisions: [FigureRevision]? = nil,
        record: [UInt8]? = nil
    ) {
        self.manifest = manifest
        self.created = created
        self.description = description
        self.appendices = appendices
        self.tables = tables
        self.listings = listings
        self.quarantine = quarantine
        self.quality = quality
        self.summary = summary
        self.changes = changes
        self.revisions = revisions
        self.record = record
    }
}

extension Release {
    /// The release with the identifier.
    package func named(_ releaseID: String) -> Release {
        var named = self
        named.manifest = manifest.named(releaseID)
        return named
    }

    /// The tables that the charts of the appendices are drawn from, each once.
    package var chartTables: [FigureTable] {
        var known: Set<String> = []
        return appendices.flatMap(\.chartSets).map(\.table).filter { known.insert($0.id).inserted }
    }
}

/// Where a release went.
public struct PublishedRelease: Hashable, Sendable {
    /// Its folder, which is called by its identifier.
    public let folder, releaseID: String
    /// Its files, in order; the manifest last.
    public let files: [String]
    /// The folder of its quarantined rows; nil when there are none.
    public let quarantineFolder: String?
    /// Whether it was there already, with the same bytes.
    public let isUnchanged: Bool
    /// Why the page that leads to all releases could not be updated; nil when it was. The release itself is whole.
    public let indexProblem: String?

    /// From its parts.
    package init(
        folder: String, releaseID: String, files: [String], quarantineFolder: String?, isUnchanged: Bool,
        indexProblem: String?
    ) {
        self.folder = folder
        self.releaseID = releaseID
        self.files = files
        self.quarantineFolder = quarantineFolder
        self.isUnchanged = isUnchanged
        self.indexProblem = indexProblem
    }
}
