public import Aggregation
public import Indicators
import Normalisation
import PipelineDefinition
public import Tabular

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
        let records: any RecordHandler
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
        init(
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
        var classification: Classification? { records.classification }
        /// What drifting labels of its columns stand for.
        var labels: LabelMappings { records.labels }
        /// What one delivery of it is about; nil when extracts replace rows one by one.
        var delivery: DeliveryUnitRule? { schemas.first?.delivery }
        /// The force whose deliveries cover the areas, when there is one alone.
        var onlyCoveringForce: String? {
            let forces = covers.keys.filter { !$0.isEmpty }
            return forces.count == 1 ? forces.first : nil
        }
        /// The shortest stretch of time that its facts tell apart.
        var grain: TimeGrain { schemas.first?.grain ?? .month }
        /// Which of the differing rows of one identifier counts.
        var repeats: TableSchema.Repeats { schemas.first?.repeats ?? .last }
    }

    /// A table whose headings still wait for the quarter.
    public struct Table: Sendable {
        let id: String
        let title: String
        let sectionHeading: String?
        let rowHeading: String
        let source: String
        let notes: [String]
        /// The name and vintage of the denominator of its rates.
        let denominator: String?
        let columns: [TableLayout.Column]
        let rows: [TableLayout.Row]
    }

    /// Every count of a source by area, month and category.
    public struct Listing: Sendable {
        let id: String
        let title: String
        let source: String
        let things: String
        let classification: Classification
    }

    /// One file of the paper.
    public struct Appendix: Sendable {
        let name: String
        let file: String
        let title: String
        let tables: [String]
        let charts: [Chart]
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
    public let tables: [Table]
    public let listings: [Listing]
    public let appendices: [Appendix]
    /// How releases are presented.
    let publication: Publication
    /// Whether appendices are also written in OpenDocument.
    public var asksForOpenDocument: Bool { publication.formats.contains(.ods) }
    /// The definition and everything that it names, with the SHA-256 of each.
    public let files: [DefinitionFile]
    /// What it was compiled from, for the places of what turns out to be wrong for a quarter.
    let definition: PipelineDefinition

    /// A file that the plan was compiled from.
    public struct DefinitionFile: Hashable, Sendable {
        /// The path relative to the definition's folder.
        public let path: String
        public let sha256: String
    }

    /// The layout of a table for a quarter.
    func layout(_ table: Table, for quarter: FinancialQuarter) -> TableLayout {
        let words = Placeholders(plan: self, quarter: quarter)
        return TableLayout(
            id: table.id, title: words.fill(table.title), sectionHeading: table.sectionHeading,
            rowHeading: table.rowHeading, source: words.fill(table.source), notes: table.notes.map { words.fill($0) },
            columns: table.columns.map {
                TableLayout.Column(
                    heading: words.fill($0.heading, columnArea: $0.area, denominator: table.denominator),
                    measure: $0.measure, period: $0.period,
                    area: $0.area)
            },
            rows: table.rows.map {
                TableLayout.Row(
                    section: words.fill($0.section), sectionTitle: words.fill($0.sectionTitle),
                    label: words.fill($0.label), depth: $0.depth, isTotal: $0.isTotal, indicator: $0.indicator,
                    remark: $0.remark, phrase: $0.phrase)
            })
    }
}

/// A pattern of file names: `*` stands for any characters but `/`. Letters are compared without regard to case, since
/// other systems write `STREET.CSV`.
public struct FilePattern: Hashable, Sendable {
    /// The pattern as written.
    public let text: String

    /// A pattern.
    public init(_ text: String) { self.text = text }

    /// Whether the path, relative to the landing folder, is one of the pattern's.
    public func matches(_ path: String) -> Bool {
        Self.matches(Array(text.lowercased().utf8)[...], Array(path.lowercased().utf8)[...])
    }

    private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
        var (pattern, path) = (pattern, path)
        // The place to go back to when a star has to take one more character.
        var retry: (pattern: ArraySlice<UInt8>, path: ArraySlice<UInt8>)?
        while true {
            if pattern.first == UInt8(ascii: "*") {
                pattern = pattern.dropFirst()
                retry = (pattern, path)
            } else if let wanted = pattern.first, path.first == wanted {
                pattern = pattern.dropFirst()
                path = path.dropFirst()
            } else if pattern.isEmpty, path.isEmpty {
                return true
            } else if let back = retry, let next = back.path.first, next != UInt8(ascii: "/") {
                retry = (back.pattern, back.path.dropFirst())
                (pattern, path) = (back.pattern, back.path.dropFirst())
            } else {
                return false
            }
        }
    }
}
