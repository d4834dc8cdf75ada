public import Core

/// A pipeline as its author wrote it. Names are not resolved yet, and values keep their places for error messages.
public struct PipelineDefinition: Sendable {
    /// The file of the definition.
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
    /// Schemas of known files that are not extracts.
    public var otherFormats: [Located<String>]
    public var treatmentGroups: [TreatmentGroupDefinition]
    /// A percentage with a base below this number is marked as unreliable; nil for the usual number.
    public var smallBase: Int?
    /// The breaks in the series.
    public var breaks: [BreakDefinition]
    public var indicators: [IndicatorDefinition]
    public var tables: [TableDefinition]
    public var listings: [ListingDefinition]
    public var appendices: [AppendixDefinition]
    public var notes: [Located<String>]
    public var publication: PublicationDefinition
}

/// Where the areas come from.
public enum AreaSource: Sendable {
    /// From reference tables, so that the areas of the figures are known in advance.
    case table(AreasDefinition)
    /// From the names of LSOAs: every area that occurs is included. This is for listings only, because the areas are
    /// not known in advance and tables cannot name them.
    case lsoaName
}

/// A CSV file with every count of a source by area, month and category.
public struct ListingDefinition: Sendable {
    public var id: Located<String>
    public var title: String
    public var source: Located<String>
}

/// The areas that figures are for.
public struct AreasDefinition: Sendable {
    public var table: Located<String>
    /// The lookups from LSOAs to areas, one for each vintage of LSOA codes. All of them are used together.
    public var lsoas: [Located<String>]
    /// The table of constituents: the parts of areas, for example councils from before a merger.
    public var madeOf: Located<String>?
    public var home: Located<String>
    public var peers: [Located<String>]
    public var total: Located<String>?
}

/// A code list and its tree of groups.
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
    /// The schemas of its formats, at least one. A file is read with the schema that fits its header best.
    public var schemas: [Located<String>]
    /// Patterns of file names, relative to the landing folder; `*` matches anything except `/`. Without patterns, the
    /// source reads the files with a header that one of its schemas recognises.
    public var files: [Located<String>]
    public var classification: Located<String>?
    /// Columns with labels that change over time, each with the table that says what the labels stand for.
    public var mappings: [MappingDefinition]
    /// The field that starts treatment, for sources of episodes; nil for triage.
    public var entry: Located<String>?
    /// The plural of the unit noun for its rows.
    public var unitNoun: String?
    /// Whether the run continues when the source has no file.
    public var isOptional: Bool
    /// Which data must have been delivered; nil when the definition does not say.
    public var completeness: CompletenessDefinition?
    /// The forces, each with the areas that its deliveries cover (`home`, `peers` or codes).
    public var covers: [(force: Located<String>, areas: [Located<String>])]
    /// The number of quarters for which its figures may still change; nil when they do not change.
    public var provisionalQuarters: Int?
    /// The limits of unknown data above which figures are not published.
    public var limits = UncertaintyLimits()
}

/// A column of a source, and the table that says what its labels stand for.
public struct MappingDefinition: Sendable {
    /// The column's name in the schema.
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
    /// What the indicator is counted from.
    public enum Subject: Sendable {
        case counts(EventSelection)
        case treatment(source: Located<String>, measure: Located<String>, group: Located<String>)
        case returned(source: Located<String>, name: Located<String>)
    }

    public var name: Located<String>
    public var label: String
    /// The indicator's name in sentences; nil when the label is used.
    public var phrase: String?
    public var subject: Subject?
    public var kind: Located<String>?
    public var unitNoun: String?
    public var denominator: Located<String>?
    /// Which of its small counts are suppressed; nil for the rule of its source.
    public var disclosure: Located<DisclosureDefinition>?
}

/// Which events of a source are counted.
public struct EventSelection: Sendable {
    public var source: Located<String>
    public var group: Located<String>
    public var flag: Located<String>?

    /// Creates a selection from its parts.
    public init(source: Located<String>, group: Located<String>, flag: Located<String>?) {
        self.source = source
        self.group = group
        self.flag = flag
    }
}

/// One table.
public struct TableDefinition: Sendable {
    /// A column, which is repeated for every area of the table.
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
        public var unitNoun: String?
        public var denominator: Located<String>?
        public var isTotal: Bool
    }

    /// Rows under one title.
    public struct Section: Sendable {
        /// The section's name in `figures.csv`; nil when the title is used.
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
    /// The areas: `home`, `peers`, `total` or codes; the home area when empty.
    public var areas: [Located<String>]
    public var columns: [Column]
    public var sections: [Section]
    public var sourceNote: Located<String>?
    public var notes: [Located<String>]
}

/// One file of the committee paper.
public struct AppendixDefinition: Sendable {
    public var name: Located<String>
    public var file: Located<String>
    public var title: Located<String>
    public var tables: [Located<String>]
    /// The charts after the tables.
    public var charts: [ChartDefinition]
}
