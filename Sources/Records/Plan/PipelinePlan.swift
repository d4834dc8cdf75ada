public import Aggregation
public import Core
package import Formats
public import Indicators
package import Normalisation
package import PipelineDefinition

/// A definition with all names resolved, from which a run works.
public struct PipelinePlan: Sendable {
    /// A source: one kind of extract.
    public struct Source: Sendable {
        /// The name that definitions use; `title` is the title that people read.
        public let name: String
        public let title: String
        /// The formats of its files: at least one, all of one kind of record.
        public let schemas: [TableSchema]
        /// The patterns of its files in the landing folder. Without a pattern, the source takes the files with a header
        /// that it recognises.
        public let patterns: [FilePattern]
        /// Whether the run continues if the source has no files.
        public let isOptional: Bool
        /// The handler of its records.
        package let records: any RecordHandler
        /// The rule for what must have been delivered; nil if the definition has none.
        public let completeness: CompletenessRule?
        /// For each force, the positions of the areas that its deliveries cover; empty if the definition does not say.
        public let covers: [String: [Int]]
        /// The number of quarters for which its figures may still change; nil if they do not change.
        public let provisionalQuarters: Int?
        /// The limits of unknown data above which figures are not published.
        public let limits: UncertaintyLimits
        /// The files of its schemas; `codesFile` is the file of its code list. Both are named as in the definition.
        public let schemaFiles: [String]
        public let codesFile: String?
        /// The files of its label mappings, by field.
        public let mappingFiles: [String: String]

        /// Creates a source from its parts.
        package init(
            name: String, title: String, schemas: [TableSchema], patterns: [FilePattern], isOptional: Bool,
            records: any RecordHandler, completeness: CompletenessRule? = nil, covers: [String: [Int]] = [:],
            provisionalQuarters: Int? = nil, limits: UncertaintyLimits = UncertaintyLimits(),
            schemaFiles: [String] = [],
            codesFile: String? = nil, mappingFiles: [String: String] = [:]
        ) {
            self.name = name
            self.title = title
            self.schemas = schemas
            self.patterns = patterns
            self.isOptional = isOptional
            self.records = records
            self.completeness = completeness
            self.covers = covers
            self.provisionalQuarters = provisionalQuarters
            self.limits = limits
            self.schemaFiles = schemaFiles
            self.codesFile = codesFile
            self.mappingFiles = mappingFiles
        }

        /// The codes of its events, if it has events.
        package var classification: Classification? { records.classification }
        /// The mappings of labels in its columns.
        package var labels: LabelMappings { records.labels }
        /// The rule that divides its deliveries into units; nil if extracts replace rows one by one.
        package var delivery: DeliveryUnitRule? { schemas.first?.delivery }
        /// The force that covers the areas, if there is only one.
        package var onlyCoveringForce: String? {
            let forces = covers.keys.filter { !$0.isEmpty }
            return forces.count == 1 ? forces.first : nil
        }
        /// The shortest period into which its facts are divided.
        var grain: TimeGrain { schemas.first?.grain ?? .month }
        /// Which row counts when rows with one identifier differ.
        package var repeats: TableSchema.Repeats { schemas.first?.repeats ?? .last }
    }

    /// A table with headings that are completed for each quarter.
    public struct Table: Sendable {
        package let id: String
        package let title: String
        package let sectionHeading: String?
        package let rowHeading: String
        package let source: String
        package let notes: [String]
        /// The name of the denominator for its rates.
        package let denominator: String?
        package let columns: [TableLayout.Column]
        package let rows: [TableLayout.Row]

        /// Creates a table from its parts.
        package init(
            id: String, title: String, sectionHeading: String?, rowHeading: String, source: String, notes: [String],
            denominator: String?, columns: [TableLayout.Column], rows: [TableLayout.Row]
        ) {
            self.id = id
            self.title = title
            self.sectionHeading = sectionHeading
            self.rowHeading = rowHeading
            self.source = source
            self.notes = notes
            self.denominator = denominator
            self.columns = columns
            self.rows = rows
        }
    }

    /// A listing of every count of a source by area, month and category.
    public struct Listing: Sendable {
        package let id: String
        package let title: String
        package let source: String
        package let unitNoun: String
        package let classification: Classification

        /// Creates a listing from its parts.
        package init(id: String, title: String, source: String, unitNoun: String, classification: Classification) {
            self.id = id
            self.title = title
            self.source = source
            self.unitNoun = unitNoun
            self.classification = classification
        }
    }

    /// One file of the committee paper.
    public struct Appendix: Sendable {
        package let name: String
        package let file: String
        package let title: String
        package let tables: [String]
        package let charts: [CompiledChart]

        /// Creates an appendix from its parts.
        package init(name: String, file: String, title: String, tables: [String], charts: [CompiledChart]) {
            self.name = name
            self.file = file
            self.title = title
            self.tables = tables
            self.charts = charts
        }
    }

    /// The folder of the definition.
    public let folder: String
    /// The pipeline's name, which is part of every path that it writes.
    public let pipeline: String
    public let title: String
    public let partnership: String
    public let author: String
    public let contact: [String]
    public let notes: [String]
    /// The path of the definition's landing folder.
    public let landing: String?
    public let sources: [Source]
    /// Formats of files that are known not to be extracts.
    public let otherFormats: [TableSchema]
    public let areas: AreaTable
    /// The position of the home area; `totalArea` is the position of the total, if there is one. Without known areas,
    /// neither has a meaning.
    public let homeArea: Int
    public let totalArea: Int?
    public let denominators: Denominators
    public let targets: [FinancialYear: [String: Target]]
    /// A percentage with a base below this number is marked as unreliable.
    public let smallBase: Int
    /// The breaks in series, in the order of the definition.
    package let breaks: [SeriesBreak]
    public let tables: [Table]
    public let listings: [Listing]
    public let appendices: [Appendix]
    /// How releases are presented.
    package let publication: Publication
    /// The formats that the definition names.
    package var formats: [any AppendixFormat] { publication.formats }
    /// The definition and all files that it names, with the SHA-256 of each.
    public let files: [DefinitionFile]
    /// The definition that the plan was compiled from, to locate errors that appear only for some quarters.
    package let definition: PipelineDefinition

    /// Creates a plan from its parts.
    package init(
        folder: String, pipeline: String, title: String, partnership: String, author: String, contact: [String],
        notes: [String], landing: String?, sources: [Source], otherFormats: [TableSchema], areas: AreaTable,
        homeArea: Int, totalArea: Int?, denominators: Denominators, targets: [FinancialYear: [String: Target]],
        smallBase: Int, breaks: [SeriesBreak] = [], tables: [Table], listings: [Listing], appendices: [Appendix],
        publication: Publication,
        files: [DefinitionFile], definition: PipelineDefinition
    ) {
        self.folder = folder
        self.pipeline = pipeline
        self.title = title
        self.partnership = partnership
        self.author = author
        self.contact = contact
        self.notes = notes
        self.landing = landing
        self.sources = sources
        self.otherFormats = otherFormats
        self.areas = areas
        self.homeArea = homeArea
        self.totalArea = totalArea
        self.denominators = denominators
        self.targets = targets
        self.smallBase = smallBase
        self.breaks = breaks
        self.tables = tables
        self.listings = listings
        self.appendices = appendices
        self.publication = publication
        self.files = files
        self.definition = definition
    }

    /// A file that the plan was compiled from.
    public struct DefinitionFile: Hashable, Sendable {
        /// The path in releases: the path from the definition's folder, or `base/` and the path from the base's folder.
        public let path: String
        /// The path from the definition's folder.
        package let file: String
        public let sha256: String
    }
}
