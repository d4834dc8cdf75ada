public import Core
public import Indicators
public import Reporting

/// Everything that one run publishes.
public struct Release: Sendable {
    /// What the release was made of, with its pipeline, quarter and identifier.
    public private(set) var manifest: Manifest
    /// The day that the workbooks state as their day of creation. It comes from the data, because outputs must not
    /// depend on a clock.
    public let created: CalendarDate
    /// The partnership, the period and the contact.
    public let description: ReportDescription
    /// The appendices; each becomes one workbook.
    public let appendices: [Report]
    /// The tables; each becomes one CSV file, and all of their figures are in `figures.csv`.
    public let tables: [FigureTable]
    /// The listings; each becomes one CSV file, separate from the figures.
    public let listings: [Listing]
    /// One file for each extract with quarantined rows.
    public let quarantine: [QuarantineFile]
    /// The results for the rows of the extracts.
    public let quality: DataQuality
    /// The summary of the quarter in plain English; nil when the definition asks for none.
    public let summary: ReportSummary?
    /// What changed since the previous issued release, in sentences; empty when there was no comparison.
    public let changes: [String]
    /// The differences from the issued release that the figures are compared with; nil when there is no such release.
    public let revisions: [FigureRevision]?
    /// The true numbers behind figures that may have to be withheld, for the state folder only; nil when there are
    /// none.
    public let record: [UInt8]?

    /// Creates a release from its parts.
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
    /// Returns the release with the identifier.
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

/// The place of a published release.
public struct PublishedRelease: Hashable, Sendable {
    /// The release's folder, and its identifier, which is the folder's name.
    public let folder, releaseID: String
    /// The release's files, in order; the manifest is last.
    public let files: [String]
    /// The folder of the release's quarantined rows; nil when there are none.
    public let quarantineFolder: String?
    /// Whether the release existed already, with the same bytes.
    public let isUnchanged: Bool
    /// Why the page that links to all releases could not be updated; nil when it was updated. The release itself is
    /// complete.
    public let indexProblem: String?

    /// Creates the place from its parts.
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
