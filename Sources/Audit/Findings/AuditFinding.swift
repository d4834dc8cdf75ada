/// Something that an audit found, with the evidence for it.
public struct AuditFinding: Hashable, Sendable {
    /// How severe the finding is.
    public enum Severity: String, CaseIterable, Comparable, Sendable {
        /// Nothing is wrong, but a reader should know about it.
        case note
        /// Something differs, but need not be wrong.
        case warning
        /// Something printed cannot be true.
        case error

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The catalogue of findings. Each raw value is the finding's stable code.
    public enum Rule: String, CaseIterable, Sendable {
        /// A count, a total or a position is wrong.
        case wrongFigure = "wrong-figure"
        case wrongDifference = "wrong-difference"
        case wrongPercentage = "wrong-percentage"
        case wrongRate = "wrong-rate"
        case wrongShare = "wrong-share"
        /// The digits are right, but the sign, or the word for the direction, is wrong.
        case wrongSign = "wrong-sign"
        /// At least one of several figures is wrong, and the tables do not show which.
        case oneOfSeveral = "one-of-several"
        /// Figures contradict each other, and too many combinations of errors would explain it.
        case contradiction
        /// Two files of one release disagree on a figure, or a figure is displayed as another value.
        case filesDisagree = "files-disagree"
        /// A figure that is left out can be calculated from the printed ones.
        case computableBlank = "computable-blank"
        /// A difference of two percentages, in points, under a heading that says percent.
        case pointsUnderPercent = "points-under-percent"
        /// A row of rates with a different denominator from the other rows.
        case otherDenominator = "other-denominator"
        /// The previous release had a different figure for the same count.
        case differsFromPrevious = "differs-from-previous"
        /// The previous release had a different figure, and the new one is marked as revised.
        case revisedSincePrevious = "revised-since-previous"
        /// A row that may be a sum: only its numbers suggest it, and they fit in only some of the columns.
        case possibleSum = "possible-sum"
        /// A total that is not the sum of the rows shown.
        case totalOfMore = "total-of-more"
        /// A column that is the sum of other columns only up to some row, or only from some row on.
        case sumEnds = "sum-ends"
        /// Sums that differ from their totals by no more than rounding can explain.
        case rounding
        /// An accepted finding that the audit no longer finds.
        case acceptedNotFound = "accepted-not-found"
        /// A table that shares no figure with the earlier tables, so that nothing was compared.
        case nothingCompared = "nothing-compared"
        /// A table in which no figure could be checked.
        case nothingToCheck = "nothing-to-check"
        /// A file of a release that was left out because it has no table of figures.
        case noTable = "no-table"

        /// How severe the finding is.
        public var severity: Severity {
            switch self {
            case .wrongFigure, .wrongDifference, .wrongPercentage, .wrongRate, .wrongShare, .wrongSign, .oneOfSeveral,
                .contradiction, .filesDisagree:
                .error
            case .differsFromPrevious, .nothingToCheck, .nothingCompared: .warning
            case .computableBlank, .pointsUnderPercent, .otherDenominator, .revisedSincePrevious, .noTable,
                .possibleSum,
                .totalOfMore, .sumEnds, .rounding, .acceptedNotFound:
                .note
            }
        }
    }

    /// One cell that the finding is about.
    public struct Cell: Hashable, Sendable {
        public let place: CellPlace
        /// The text of the cell, as printed.
        public let printed: String
        /// The likeliest correct value, as it would be printed; nil when it is not known.
        public let proposed: String?
        /// Other possible values; when there are many, only the first and the last.
        public let alternatives: [String]

        /// A cell from its parts.
        public init(place: CellPlace, printed: String, proposed: String? = nil, alternatives: [String] = []) {
            self.place = place
            self.printed = printed
            self.proposed = proposed
            self.alternatives = alternatives
        }
    }

    public let rule: Rule
    /// The wrong cell, or several cells, at least one of them wrong.
    public let cells: [Cell]
    /// The table that the finding is about; nil when it is about files or no table.
    public let table: Int?
    /// The row and the column that the finding is about, where it is not about a cell.
    let row, column: Int?
    /// The evidence for the finding: one sentence for each relation.
    public let evidence: [String]

    /// How severe the finding is. The severity is the rule's, or lower where the broken structure is only likely.
    public let severity: Severity
    /// Whether somebody has accepted the finding.
    public private(set) var isAccepted = false

    /// A finding from its parts.
    public init(_ rule: Rule, severity: Severity? = nil, cells: [Cell], evidence: [String]) {
        self.init(rule, severity: severity, cells: cells, table: cells.first?.place.table, evidence: evidence)
    }

    /// A finding about a table, or about one of its rows or columns.
    init(
        _ rule: Rule, severity: Severity? = nil, cells: [Cell] = [], table: Int?, row: Int? = nil, column: Int? = nil,
        evidence: [String]
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.cells = cells
        self.table = table
        self.row = row
        self.column = column
        self.evidence = evidence
    }

    /// Returns the finding as a note, with the reason why it was accepted.
    func accepted(because reason: String) -> AuditFinding {
        var accepted = AuditFinding(
            rule, severity: .note, cells: cells, table: table, row: row, column: column,
            evidence: evidence + ["accepted: \(reason)"])
        accepted.isAccepted = true
        return accepted
    }
}
