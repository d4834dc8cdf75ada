/// What one kind of extract looks like: a Frictionless Table Schema with the pipeline's additions. They include a
/// column's part in the record, and the other names that partners use for the column.
public struct TableSchema: Sendable {
    /// How to treat a file with a column that is not in the schema.
    public enum OtherColumns: String, CaseIterable, Sendable {
        /// The column is left out, and that is a finding.
        case leftOut = "left-out"
        /// The file does not belong to the schema. This is for formats with a fully known list of columns.
        case refused
    }

    /// How to treat a row without any location.
    public enum NoArea: String, CaseIterable, Sendable {
        case quarantine
        case outOfScope = "out-of-scope"
    }

    /// Which column counts when the LSOA and the authority of a row contradict each other. The contradiction is a
    /// finding.
    public enum AreaFrom: String, CaseIterable, Sendable {
        case lsoa, authority
        /// The row is kept out of every count.
        case neither
    }

    /// Which row counts when rows of one extract have the same identifier but differ. The difference is a finding.
    public enum Repeats: String, CaseIterable, Sendable {
        case first, last
        /// A row with a place is preferred to a row without one. Of several rows with a place, the last counts.
        case placed
    }

    /// The schema's short name.
    public var name: String
    /// What the extract is, for people.
    public var title: String
    /// The columns, in the schema's order. Files may have them in any order.
    public var fields: [SchemaField]
    /// Texts that mean "no value".
    public var missingValues: Set<String>
    /// What a row is.
    public var records: RecordKind
    /// The encoding of a file that is not UTF-8 and has no byte-order mark.
    public var fallbackEncoding: TextEncoding
    /// The bytes that may separate fields; the header decides among them.
    public var delimiters: [UInt8]
    /// Whether the source is sensitive, so that findings and quarantine must not repeat any of its values.
    public var sensitive: Bool
    /// How to treat a row without any location.
    public var noArea: NoArea
    /// Which row counts when rows with the same identifier differ.
    public var repeats: Repeats
    /// Which column says where a row is, when two columns contradict each other.
    public var areaFrom = AreaFrom.lsoa
    /// How to treat a file with a column that is not in the schema.
    public var otherColumns = OtherColumns.leftOut
    /// The rule for finding the day on which a file was delivered.
    public var delivered = DeliveryRule.fileName
    /// The unit that one delivery covers; nil when a later extract replaces rows one by one, by their identifiers.
    public var delivery: DeliveryUnitRule?
    /// What the files are, for people, if their rows are not counted; nil for any other schema.
    public var describedAs: String?
    /// Whether the values are cells of a workbook, which may hold error messages and formulas: see `ofCells`.
    public internal(set) var isOfCells = false
    /// Words that mark a row as the total of other rows: the row's first value is such a word, or ends with one.
    public var totals: [String] = TableSchema.usualTotals

    /// The words that mark a total when the schema gives none.
    public static let usualTotals = ["Total", "Totals", "Grand total", "Subtotal", "Sub-total"]
    /// Rules that compare several values. `constraints: {unique: true}` and a primary key are checks, too.
    public var checks: [SchemaCheck]
    /// The schema's own results for breaking the rules that are always checked.
    public var consequences: [RuleConsequence]

    /// Creates a schema from its parts.
    public init(
        name: String, title: String, fields: [SchemaField], missingValues: Set<String>, records: RecordKind,
        fallbackEncoding: TextEncoding = .utf8, delimiters: [UInt8] = [UInt8(ascii: ",")], sensitive: Bool = false,
        noArea: NoArea = .quarantine, repeats: Repeats = .last, checks: [SchemaCheck] = [],
        consequences: [RuleConsequence] = []
    ) {
        self.name = name
        self.title = title
        self.fields = fields
        self.missingValues = missingValues
        self.records = records
        self.fallbackEncoding = fallbackEncoding
        self.delimiters = delimiters
        self.sensitive = sensitive
        self.noArea = noArea
        self.repeats = repeats
        self.checks = checks
        self.consequences = consequences
    }

    /// Returns every name of the fields; each stands for its field's own name.
    public func names(ofFields fields: [Int]) -> NameIndex {
        NameIndex(
            fields.map { self.fields[$0] }.flatMap { field in
                ([field.name] + field.aliases + [field.title]).map { (name: $0, target: field.name) }
            })
    }

    /// Returns the positions of the fields with the given role.
    public func fields(_ role: FieldRole) -> [Int] { fields.indices.filter { fields[$0].role == role } }

    /// The shortest period that the schema's rows distinguish.
    public var grain: TimeGrain { fields(.financialQuarter).isEmpty ? .month : .quarter }
}

/// The part that a column plays in the record, whatever its name.
public enum FieldRole: String, CaseIterable, Sendable {
    case identifier, date, month, category, lsoa, flag, cancelled
    case lsoaName = "lsoa-name"
    case localAuthority = "local-authority"
    case agency, client, attributor, episode, consent, drug, triage, discharge, modality
    case dischargeReason = "discharge-reason"
    case modalityStart = "modality-start"
    case indicator, period, value
    case missingReason = "missing-reason"
    case count, csp, force
    case financialYear = "financial-year"
    case financialQuarter = "financial-quarter"
}

/// One column of a schema.
public struct SchemaField: Sendable {
    /// The column's name, matched exactly against the header.
    public var name: String
    /// What the column is, for people.
    public var title: String
    /// What the column's values are.
    public var type: FieldType
    /// What the column's values must satisfy.
    public var constraints: FieldConstraints
    /// The column's part in the record; nil for columns that are only checked.
    public var role: FieldRole?
    /// Other names that partners use for the column.
    public var aliases: [String]
    /// The name of the flag, for fields with the role `flag`.
    public var flag: String?
    /// The values that mean a successful completion, for fields with the role `discharge-reason`.
    public var successful: Set<String>
    /// The thousands separator that numbers may have; nil when none is allowed.
    public var groupSeparator: String?
    /// Whether numbers may be followed by a percent sign: Frictionless's `bareNumber: false`.
    public var allowsPercentSign = false
    /// The prefix of values that belong to no area, for fields with the role `csp`.
    public var unassigned: String?
    /// How the letters of values are read; nil when they are read as written.
    public var letters: LetterCase?
    /// What the labels in files stand for, from the definition's mappings; empty in a schema without a definition.
    public var labels: [String: String] = [:]

    /// Creates a column from its parts.
    public init(
        name: String, title: String = "", type: FieldType = .string, constraints: FieldConstraints = .init(),
        role: FieldRole? = nil, aliases: [String] = [], flag: String? = nil, successful: Set<String> = []
    ) {
        self.name = name
        self.title = title
        self.type = type
        self.constraints = constraints
        self.role = role
        self.aliases = aliases
        self.flag = flag
        self.successful = successful
    }

    /// Whether a check of the schema compares the column with others.
    public var isCompared = false

    /// Whether the column's values are ever used: it has a role, a constraint or a type that values can break, or a
    /// check uses it.
    public var isNeeded: Bool {
        if role != nil || isCompared || !constraints.isEmpty { return true }
        if case .string = type { return false }
        return true
    }
}

/// The type of a column's values.
public enum FieldType: Sendable {
    case string
    case integer
    case number
    /// The texts that mean yes, and those that mean no.
    case boolean(yes: Set<String>, no: Set<String>)
    /// A day, or a day and time, in any of the forms.
    case date([DateForm])
    /// `2019-04`.
    case yearmonth

    /// Returns the day that the text names; nil when it names none, or the type is not a date.
    public func date(_ text: String) -> CalendarDate? {
        guard case .date(let forms) = self else { return nil }
        for form in forms { if let date = form.date(text) { return date } }
        return nil
    }
}

/// Frictionless Table Schema constraints.
public struct FieldConstraints: Sendable {
    /// Whether a value must be present.
    public var required = false
    /// The whole value must match this regular expression.
    public var pattern: String?
    /// The value must be one of these, in this order for messages.
    public var enumeration: [String]?
    /// The smallest and the largest value, as written; compared as numbers, dates or months, according to the field's
    /// type.
    public var minimum: String?
    public var maximum: String?
    /// Whether no two rows may have the same value; see `SchemaCheck`.
    public var unique = false
    /// The minimum and the maximum number of characters.
    public var minLength: Int?
    public var maxLength: Int?

    /// Creates constraints that allow any value.
    public init() {}

    /// Whether any value is allowed.
    public var isEmpty: Bool {
        !required && !unique && pattern == nil && enumeration == nil && minimum == nil && maximum == nil
            && minLength == nil
            && maxLength == nil
    }
}
