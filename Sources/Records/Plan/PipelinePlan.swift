public import Aggregation
public import Core
package import Formats
public import Indicators
package import Normalisation
package import PipelineDefinition

/// A definition in which every name has been resolved: what a run works from.
public struct PipelinePlan: Sendable {
    /// One kind of extract.
    public struct Source: Sendable {
        /// The name that definitions use, and the title that people read.
        public let name: String
        public let title: String
        /// What its files look like: formats of one kind of record, at least one.
        public let schemas: [TableSchema]
        /// Which files of the landing folder are its own; without any, those whose header it recognises.
        public let patterns: [FilePattern]
        /// Whether the run goes on without any.
        public let isOptional: Bool
        /// What is done with its rows.
        package let records: any RecordHandler
        /// What must have been delivered of it; nil when the definition does not say.
        public let completeness: CompletenessRule?
        /// The areas, by position, that the deliveries of a force cover, by the force; empty when the definition does not say.
        public let covers: [String: [Int]]
        /// For so many quarters its figures may still change; nil when they do not.
        public let provisionalQuarters: Int?
        /// How much of it may be unknown before figures are not published.
        public let limits: UncertaintyLimits
        /// The files of its schema and of its code list, as the definition names them.
        public let schemaFiles: [String]
        public let codesFile: String?
        /// The tables of what labels stand for, by field.
        public let mappingFiles: [String: String]

        /// A source from its parts.
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

        /// The codes of its events, when they have any.
        package var classification: Classification? { records.classification }
        /// What drifting labels of its columns stand for.
        package var labels: LabelMappings { records.labels }
        /// What one delivery of it is about; nil when extracts replace rows one by one.
        package var delivery: DeliveryUnitRule? { schemas.first?.delivery }
        /// The force whose deliveries cover the areas, when there is one alone.
        package var onlyCoveringForce: String? {
            let forces = covers.keys.filter { !$0.isEmpty }
            return forces.count == 1 ? forces.first : nil
        }
        /// The shortest period that its facts distinguish.
        var grain: TimeGrain { schemas.first?.grain ?? .month }
        /// Which of the differing rows of one identifier counts.
        package var repeats: TableSchema.Repeats { schemas.first?.repeats ?? .last }
    }

    /// A table whose headings still wait for the quarter.
    public struct Table: Sendable {
        package let id: String
        package let title: String
        package let sectionHeading: String?
        package let rowHeading: String
        package let source: String
        package let notes: [String]
        /// The name of the denominator of its rates.
        package let denominator: String?
        package let columns: [TableLayout.Column]
        package let rows: [TableLayout.Row]

        /// From its parts.
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

    /// Every count of a source by area, month and category.
    public struct Listing: Sendable {
        package let id: String
        package let title: String
        package let source: String
        package let things: String
        package let classification: Classification

        /// From its parts.
        package init(id: String, title: String, source: String, things: String, classification: Classification) {
            self.id = id
            self.title = title
            self.source = source
            self.things = things
            self.classification = classification
        }
    }

    /// One file of the paper.
    public struct Appendix: Sendable {
        package let name: String
        package let file: String
        package let title: String
        package let tables: [String]
        package let charts: [CompiledChart]

        /// From its parts.
        package init(name: String, file: String, title: String, tables: [String], charts: [CompiledChart]) {
            self.name = name
            self.file = file
            self.title = title
            self.tables = tables
            self.charts = charts
        }
    }

    /// The folder that the definition lies in.
    public let folder: String
    /// The pipeline's name, part of every path that it writes.
    public let pipeline: String
    public let title: String
    public let partnership: String
    public let author: String
    public let contact: [String]
    public let notes: [String]
    /// The landing folder of the definition, as a path.
    public let landing: String?
    public let sources: [Source]
    /// Formats of files that are known to be something else than an extract.
    public let otherFormats: [TableSchema]
    public let areas: AreaTable
    /// Positions of the home area and of the total, when there is one; without known areas neither means anything.
    public let homeArea: Int
    public let totalArea: Int?
    public let denominators: Denominators
    public let targets: [FinancialYear: [String: Target]]
    /// A percentage of fewer than that is marked as unreliable.
    public let smallBase: Int
    /// Where series are broken, in the order of the definition.
    package let breaks: [SeriesBreak]
    public let tables: [Table]
    public let listings: [Listing]
    public let appendices: [Appendix]
    /// How releases are presented.
    package let publication: Publication
    /// The formats that the definition names.
    package var formats: [any AppendixFormat] { publication.formats }
    /// The definition and everything that it names, with the SHA-256 of each.
    public let files: [DefinitionFile]
    /// What it was compiled from, for the places of what turns out to be wrong for a quarter.
    package let definition: PipelineDefinition

    /// From its parts.
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
        /// What releases call it: the path from the definition's folder, or `base/` and the path from that of the base.
        public let path: String
        /// The path from the definition's folder.
        package let file: String
        public let sha256: String
    }
}
