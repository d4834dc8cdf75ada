public import Core

/// A pipeline as its author wrote it, names unresolved, with the place of everything that can be wrong.
public struct PipelineDefinition: Sendable {
    /// The file.
    public var file: String
    public var pipeline: Located<String>
    public var title: Located<String>
    public var partnership: Located<String>
    public var author: Located<String>?
    public var contact: [Located<String>]
    /// The landing folder, relative to the definition.
    public var landing: Located<String>?
    public var areas: AreaSource
    public var classifications: [ClassificationDefinition]
    public var denominators: [DenominatorDefinition]
    public var targets: ReferenceDefinition?
    public var sources: [SourceDefinition]
    /// Schemas of files that are known to be something else than an extract.
    public var otherFormats: [Located<String>]
    public var treatmentGroups: [TreatmentGroupDefinition]
    /// A percentage of fewer than that deserves a caution; nil for the usual number.
    public var smallBase: Int?
    /// Where series are broken.
    public var breaks: [BreakDefinition]
    public var indicators: [IndicatorDefinition]
    public var tables: [TableDefinition]
    public var listings: [ListingDefinition]
    public var appendices: [AppendixDefinition]
    public var notes: [Located<String>]
    public var publication: PublicationDefinition
}

/// Where areas come from.
public enum AreaSource: Sendable {
    /// From reference tables: the areas that figures are for are known.
    case table(AreasDefinition)
    /// From the names of LSOAs: every area that occurs counts. For listings, since no table could name them.
    case lsoaName
}

/// Every count of a source by area, month and category, as CSV.
public struct ListingDefinition: Sendable {
    public var id: Located<String>
    public var title: String
    public var source: Located<String>
}

/// The areas that figures are for.
public struct AreasDefinition: Sendable {
    public var table: Located<String>
    /// The lookups from LSOAs to areas: one a vintage of codes. Their union counts.
    public var lsoas: [Located<String>]
    public var home: Located<String>
    public var peers: [Located<String>]
    public var total: Located<String>?
}

/// A code list and its tree.
public struct ClassificationDefinition: Sendable {
    public var name: Located<String>
    public var codes: Located<String>
    public var groups: Located<String>
    public var dialect: Classification.Dialect
}

/// A kind of extract that the pipeline reads.
public struct SourceDefinition: Sendable {
    public var name: Located<String>
    public var title: String
    /// Its formats, at least one; a file is read by the one that fits its header best.
    public var schemas: [Located<String>]
    /// Patterns of file names, relative to the landing folder; `*` stands for anything but `/`. Without any, the source
    /// takes the files whose header one of its schemas recognises.
    public var files: [Located<String>]
    public var classification: Located<String>?
    /// Columns whose labels drift, each with the table that says what a label stands for.
    public var mappings: [MappingDefinition]
    /// Where treatment begins, for sources of episodes; nil for triage.
    public var entry: Located<String>?
    /// What a row counts, in the plural.
    public var things: String?
    /// Whether the run goes on when no file is there.
    public var isOptional: Bool
    /// What must have been delivered; nil when the definition does not say.
    public var completeness: CompletenessDefinition?
    /// Whose deliveries cover which areas (`home`, `peers` or codes).
    public var covers: [(force: Located<String>, areas: [Located<String>])]
    /// For so many quarters its figures may still change; nil when they do not.
    public var provisionalQuarters: Int?
    /// How much of it may be unknown before figures are not published.
    public var limits = UncertaintyLimits()
}

/// A column of a source, and the table of what its labels stand for.
public struct MappingDefinition: Sendable {
    /// The schema's name of the column.
    public var field: Located<String>
    public var table: Located<String>
}

/// Clients by problem substance.
public struct TreatmentGroupDefinition: Sendable {
    public var name: Located<String>
    public var codes: [Located<String>]
}

/// One indicator.
public struct IndicatorDefinition: Sendable {
    /// What it is counted from.
    public enum Subject: Sendable {
        case counts(EventSelection)
        case treatment(source: Located<String>, measure: Located<String>, group: Located<String>)
        case returned(source: Located<String>, name: Located<String>)
    }

    public var name: Located<String>
    public var label: String
    /// What a sentence calls it; nil for its label.
    public var phrase: String?
    public var subject: Subject?
    public var kind: Located<String>?
    public var things: String?
    public var denominator: Located<String>?
    /// What may be published of its small counts; nil for the rule of its source.
    public var disclosure: Located<DisclosureDefinition>?
}

/// Which events of a source are counted.
public struct EventSelection: Sendable {
    public var source: Located<String>
    public var group: Located<String>
    public var flag: Located<String>?

    /// A selection from its parts.
    public init(source: Located<String>, group: Located<String>, flag: Located<String>?) {
        self.source = source
        self.group = group
        self.flag = flag
    }
}

/// One table.
public struct TableDefinition: Sendable {
    /// A column; it is repeated for every area of the table.
    public struct Column: Sendable {
        public var measure: Located<String>
        public var period: Located<String>
        public var heading: Located<String>
    }

    /// A row: an indicator, or a group of the table's source.
    public struct Row: Sendable {
        public var position: SourcePosition
        public var indicator: Located<String>?
        public var group: Located<String>?
        public var label: Located<String>?
        public var things: String?
        public var denominator: Located<String>?
        public var isTotal: Bool
    }

    /// Rows under one title.
    public struct Section: Sendable {
        /// What `figures.csv` calls it; the title when there is none.
        public var id: String?
        public var title: Located<String>
        public var rows: [Row]
    }

    public var id: Located<String>
    public var title: Located<String>
    public var sectionHeading: Located<String>?
    public var rowHeading: Located<String>?
    /// The source of the groups that rows name.
    public var source: Located<String>?
    public var denominator: Located<String>?
    /// `home`, `peers`, `total` or codes; the home area when empty.
    public var areas: [Located<String>]
    public var columns: [Column]
    public var sections: [Section]
    public var sourceNote: Located<String>?
    public var notes: [Located<String>]
}

/// One file of the paper.
public struct AppendixDefinition: Sendable {
    public var name: Located<String>
    public var file: Located<String>
    public var title: Located<String>
    public var tables: [Located<String>]
    /// What follows the tables.
    public var charts: [ChartDefinition]
}
