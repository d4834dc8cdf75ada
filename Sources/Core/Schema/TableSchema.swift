/// What one kind of extract looks like: a Frictionless Table Schema, plus what the pipeline needs to know
/// about a column beyond its type (its part in the record, other names that partners use for it).
public struct TableSchema: Sendable {
    /// How to treat a file with a column that the schema does not know.
    public enum OtherColumns: String, CaseIterable, Sendable {
        /// The column is left out, which is a finding.
        case leftOut = "left-out"
        /// The file is not one of the schema's: for formats that are known to the last column.
        case refused
    }

    /// How to treat a row without any location.
    public enum NoArea: String, CaseIterable, Sendable {
        case quarantine
        case outOfScope = "out-of-scope"
    }

    /// Which column counts when the LSOA and the authority of a row contradict each other. That they do is a finding.
    public enum AreaFrom: String, CaseIterable, Sendable {
        case lsoa, authority
        /// The row is kept out of every count.
        case neither
    }

    /// Which of the differing rows counts that have one identifier in one extract. That there are any is a finding.
    public enum Repeats: String, CaseIterable, Sendable {
        case first, last
        /// A row with a place counts before one without; of several the last.
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
    /// Read when the file is neither UTF-8 nor marked by a byte-order mark.
    public var fallbackEncoding: TextEncoding
    /// The bytes that may separate fields; the header decides among them.
    public var delimiters: [UInt8]
    /// Whether values may be repeated in findings and quarantine.
    public var sensitive: Bool
    /// How to treat a row without any location.
    public var noArea: NoArea
    /// Which of the differing rows of one identifier counts.
    public var repeats: Repeats
    /// Which column says where a row is, when two contradict each other.
    public var areaFrom = AreaFrom.lsoa
    /// How to treat a file with a column that the schema does not know.
    public var otherColumns = OtherColumns.leftOut
    /// How it is known when a file was delivered.
    public var delivered = DeliveryRule.fileName
    /// What one delivery is about; nil when a later extract replaces rows one by one, by their identifiers.
    public var delivery: DeliveryUnitRule?
    /// What its files are instead of extracts, for people; nil for schemas of anything that counts.
    public var describedAs: String?
    /// Words that the first value of a row that adds up others is, or ends with.
    public var totals: [String] = TableSchema.usualTotals

    /// What such rows begin with when the schema has no other.
    public static let usualTotals = ["Total", "Totals", "Grand total", "Subtotal", "Sub-total"]
    /// Rules that compare several values. `constraints: {unique: true}` and a primary key are checks, too.
    public var checks: [SchemaCheck]
    /// The result of breaking the rules that are always checked, where it is not the usual one.
    public var consequences: [RuleConsequence]

    /// A schema from its parts.
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

    /// Every name of the fields, with the field's own.
    public func names(ofFields fields: [Int]) -> NameIndex {
        NameIndex(
            fields.map { self.fields[$0] }.flatMap { field in
                ([field.name] + field.aliases + [field.title]).map { (name: $0, target: field.name) }
            })
    }

    /// The positions of the fields with the given role.
    public func fields(_ role: FieldRole) -> [Int] { fields.indices.filter { fields[$0].role == role } }

    /// The shortest period that its rows distinguish.
    public var grain: TimeGrain { fields(.financialQuarter).isEmpty ? .month : .quarter }
}

/// The part that a column plays in the record, under any name.
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
    /// What its values are.
    public var type: FieldType
    /// What its values must satisfy.
    public var constraints: FieldConstraints
    /// Its part in the record; nil for columns that are only checked.
    public var role: FieldRole?
    /// Other names that partners use for the column.
    public var aliases: [String]
    /// The name of the flag, for fields whose role is `flag`.
    public var flag: String?
    /// The values that mean a successful completion, for fields whose role is `discharge-reason`.
    public var successful: Set<String>
    /// What may stand between thousands in its numbers; nil when nothing may.
    public var groupSeparator: String?
    /// Whether its numbers may be followed by a percent sign: Frictionless's `bareNumber: false`.
    public var allowsPercentSign = false
    /// Values that start so belong to no area, for fields whose role is `csp`.
    public var unassigned: String?
    /// How the letters of its values are read; nil for as they stand.
    public var letters: LetterCase?
    /// What the labels of files stand for, from the definition's mappings; none in a schema by itself.
    public var labels: [String: String] = [:]

    /// A column from its parts.
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

    /// Whether a value of the column is ever looked at: when it has a role, a type that can be broken, or a constraint, or
    /// when a check looks at it.
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

    /// The day that the text names, when the type is a date.
    public func date(_ text: String) -> CalendarDate? {
        guard case .date(let forms) = self else { return nil }
        for form in forms { if let date = form.date(text) { return date } }
        return nil
    }
}

/// Frictionless Table Schema constraints.
public struct FieldConstraints: Sendable {
    /// Whether a value must be there.
    public var required = false
    /// The whole value must match this regular expression.
    public var pattern: String?
    /// The value must be one of these, in this order for messages.
    public var enumeration: [String]?
    /// Smallest and largest value, as written; compared as numbers, dates or months by the field's type.
    public var minimum: String?
    public var maximum: String?
    /// Whether no value may stand in two rows; see `SchemaCheck`.
    public var unique = false
    /// Fewest and most characters.
    public var minLength: Int?
    public var maxLength: Int?

    /// No constraints.
    public init() {}

    /// Whether the value may be anything.
    public var isEmpty: Bool {
        !required && !unique && pattern == nil && enumeration == nil && minimum == nil && maximum == nil
            && minLength == nil
            && maxLength == nil
    }
}
