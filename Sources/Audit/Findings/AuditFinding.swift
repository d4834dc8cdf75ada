/// Something that an audit found, with the evidence for it.
public struct AuditFinding: Hashable, Sendable {
    /// How grave it is.
    public enum Severity: String, CaseIterable, Comparable, Sendable {
        /// Nothing is wrong, but a reader should know.
        case note
        /// Something differs that need not be wrong.
        case warning
        /// Something that is printed cannot be true.
        case error

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// The one catalogue of findings. The raw value is the stable code.
    public enum Rule: String, CaseIterable, Sendable {
        /// A count, a total or a position is wrong.
        case wrongFigure = "wrong-figure"
        case wrongDifference = "wrong-difference"
        case wrongPercentage = "wrong-percentage"
        case wrongRate = "wrong-rate"
        case wrongShare = "wrong-share"
        /// The digits are right; the sign, or the word for the direction, is not.
        case wrongSign = "wrong-sign"
        /// One of several figures is wrong, or several are: the tables do not show which.
        case oneOfSeveral = "one-of-several"
        /// Figures contradict each other, and too many combinations of errors would explain it.
        case contradiction
        /// Two files of one release have different figures, or a figure is printed as something else.
        case filesDisagree = "files-disagree"
        /// A figure that is left out follows from those that are printed.
        case computableBlank = "computable-blank"
        /// The difference of two percentages, in points, under a heading that says percent.
        case pointsUnderPercent = "points-under-percent"
        /// A row of rates with another denominator than the others.
        case otherDenominator = "other-denominator"
        /// The previous release had another figure for the same count.
        case differsFromPrevious = "differs-from-previous"
        /// The same, and the figure says that it is revised.
        case revisedSincePrevious = "revised-since-previous"
        /// A sum that numbers alone suggest, and not all of them.
        case possibleSum = "possible-sum"
        /// A total that is not the sum of the rows that are shown.
        case totalOfMore = "total-of-more"
        /// A column is the sum of others up to some row, or from one on.
        case sumEnds = "sum-ends"
        /// Sums that differ by what rounding explains.
        case rounding
        /// An acceptance of a finding that is not found any more.
        case acceptedNotFound = "accepted-not-found"
        /// Earlier tables that have none of these figures.
        case nothingCompared = "nothing-compared"
        /// A table without anything that could be checked.
        case nothingToCheck = "nothing-to-check"
        /// A file of a release that holds no table of figures, so that it was left out.
        case noTable = "no-table"

        /// How grave it is.
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

    /// One cell that it is about.
    public struct Cell: Hashable, Sendable {
        public let place: CellPlace
        /// What is printed, as it stands there.
        public let printed: String
        /// What it should be: the likeliest value, as it would be printed; nil when it is not known.
        public let proposed: String?
        /// Other values that it could be just as well; first and last when there are many.
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
    /// The wrong cell; or those of which one is wrong.
    public let cells: [Cell]
    /// The table that it is about; nil when it is about none, or about files.
    public let table: Int?
    /// The row and the column of the table that it is about, where it is about no cell.
    let row, column: Int?
    /// The evidence for it: each relation in a sentence.
    public let evidence: [String]

    /// How grave it is: as its rule is, or less where the structure that it breaks is only likely.
    public let severity: Severity
    /// Whether somebody has accepted it.
    public private(set) var isAccepted = false

    /// A finding from its parts.
    public init(_ rule: Rule, severity: Severity? = nil, cells: [Cell], evidence: [String]) {
        self.init(rule, severity: severity, cells: cells, table: cells.first?.place.table, evidence: evidence)
    }

    /// A finding about a table, or a row or a column of it.
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

    /// The finding as a note, with the reason why it may stand.
    func accepted(because reason: String) -> AuditFinding {
        var accepted = AuditFinding(
            rule, severity: .note, cells: cells, table: table, row: row, column: column,
            evidence: evidence + ["accepted: \(reason)"])
        accepted.isAccepted = true
        return accepted
    }
}
