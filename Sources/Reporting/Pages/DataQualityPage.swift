public import Core
import Indicators

/// The page that says what happened to every row of the extracts, for readers who ask how far they can trust the
/// figures.
public struct DataQualityPage: ReportPage {
    /// One row of the table: an extract, all extracts of a source, or all extracts.
    public struct Row: Sendable {
        public let source: String
        /// The extract's path, or the number of extracts.
        public let extract: String
        /// What happened to the rows; nil when their numbers are suppressed.
        public let account: RowAccount?
        /// Whether the row is the sum of the rows above.
        public let isTotal: Bool

        /// Returns the number of rows for a measure; nil when it is suppressed.
        public func count(_ measure: RowAccount.Measure) -> Int? { account?.total(measure) }

        /// Returns the number of rows as printed.
        public func display(_ measure: RowAccount.Measure) -> String {
            count(measure).map { Rational($0).formatted(decimals: 0, grouped: true) } ?? DataQualityPage.withheld
        }

        /// Returns the reasons for a measure with their numbers: `invalid date: 2; unknown area: 1`, or `none`.
        public func reasons(_ measure: RowAccount.Measure) -> String {
            guard let account else { return DataQualityPage.withheld }
            let reasons = account.reasons(measure).map { reason, rows in
                ReasonWords.words(reason) + ": " + Rational(rows).formatted(decimals: 0, grouped: true)
            }
            return reasons.isEmpty ? "none" : reasons.joined(separator: "; ")
        }
    }

    public let name: String
    public let title = "Data quality: what happened to every row that was delivered"
    public let statements: [String]
    public let noteNumbers: [Int]
    /// One row for each extract, or one for each source when there are too many extracts to read; then the total.
    public let rows: [Row]
    /// A sentence saying where every extract is listed; nil when this table lists them.
    public let listing: String?

    /// At most this many extracts are listed one by one. More would make pages of several megabytes that nobody reads.
    public static let maxListed = 200

    /// The columns of numbers, from the rows delivered to the balance, which must be zero.
    public static let counts: [(heading: String, measure: RowAccount.Measure)] = [
        ("Rows delivered", .read), ("Counted", .accepted), ("In quarantine", .quarantined), ("Repeated", .duplicate),
        ("Replaced", .superseded), ("Cancelled", .cancelled), ("Out of scope", .outOfScope), ("Left over", .balance),
    ]

    /// The text in place of a suppressed number.
    public static var withheld: String { MissingReason.confidential.display }

    /// The columns of words.
    public static let reasons: [(heading: String, measure: RowAccount.Measure)] = [
        ("Why in quarantine", .quarantined), ("Why out of scope", .outOfScope), ("Lines that are not data", .notData),
    ]

    init(name: String, quality: DataQuality, noteNumbers: [Int], notesPage: String) {
        self.name = name
        self.noteNumbers = noteNumbers
        let isListed = quality.extracts.count <= Self.maxListed
        listing =
            isListed ? nil : "The table has a row for each source. The file data-quality.csv lists every extract."
        rows =
            (isListed
                ? quality.extracts.map { Row(source: $0.source, extract: $0.file, account: $0.account, isTotal: false) }
                : Self.sums(of: quality.extracts)) + [
                Row(
                    source: "All sources",
                    extract: quality.withholdsRows
                        ? "All extracts except those marked \(Self.withheld)" : "All extracts",
                    account: quality.extracts.reduce(into: RowAccount()) { sum, extract in
                        if let account = extract.account { sum += account }
                    }, isTotal: true)
            ]
        statements = [
            TableStatements.oneTable, TableStatements.notes(noteNumbers, notesPage: notesPage),
            "There are no blank cells in this table. The worksheet \(notesPage) explains the reasons.", listing,
            "Units: rows of the extracts; lines in the last column.",
            "Source: the delivered extracts, which the file extracts.csv beside this workbook lists.",
        ].compactMap(\.self)
    }

    /// Returns one row for each source, in the order of the sources' first extracts. Extracts with suppressed numbers
    /// have a separate row for each source, without a sum.
    private static func sums(of extracts: [DataQuality.Extract]) -> [Row] {
        var order: [Group] = []
        var sums: [Group: (extracts: Int, account: RowAccount)] = [:]
        for extract in extracts {
            let group = Group(source: extract.source, isWithheld: extract.account == nil)
            if sums[group] == nil { order.append(group) }
            sums[group, default: (0, RowAccount())].extracts += 1
            if let account = extract.account { sums[group]?.account += account }
        }
        return order.compactMap { group in
            sums[group].map { sum in
                let number = Rational(sum.extracts).formatted(decimals: 0, grouped: true)
                return Row(
                    source: group.source, extract: sum.extracts == 1 ? "1 extract" : number + " extracts",
                    account: group.isWithheld ? nil : sum.account, isTotal: false)
            }
        }
    }

    private struct Group: Hashable {
        let source: String
        let isWithheld: Bool
    }

    /// Returns the notes for readers, in sentences. Gaps in the deliveries come last.
    static func notes(_ quality: DataQuality) -> [String] {
        [
            "Every row that was delivered is counted in exactly one column from Counted to Out of scope. The column Left "
                + "over has the rows that then remain: there must be none, or nothing is published.",
            "Rows in quarantine have a fault that keeps them out of every figure until it is corrected. Ask the "
                + "analyst for their lines and reasons.",
            "Repeated rows have the same content as another row of the extract. A replaced row does not count, because a later "
                + "row with the same identifier does. Cancelled crimes were withdrawn after they had been recorded.",
            "Rows out of scope have no fault, but are not part of this report.",
        ]
            + quality.gaps
    }

    /// The reasons that occur, with their meaning and the name of the page.
    public var explanations: [NotesPage.Entry] {
        let account = rows.last?.account ?? RowAccount()
        let rules = FindingRule.allCases.filter { account.quarantined[$0] != nil }.map { ($0.rawValue, $0.explanation) }
        let scopes = OutOfScope.allCases.filter { account.outOfScope[$0] != nil }.map { ($0.rawValue, $0.explanation) }
        let withheld = NotesPage.Entry(
            mark: Self.withheld,
            meaning:
                "On the page \(name): the numbers of rows about persons are withheld, because small numbers of persons could "
                + "be worked out from them. The analyst has the numbers.",
            pages: [name])
        return (rows.contains { $0.account == nil } ? [withheld] : [])
            + (rules + scopes).map { code, explanation in
                NotesPage.Entry(
                    mark: ReasonWords.words(code),
                    meaning: explanation.prefix(1).uppercased() + explanation.dropFirst() + ".",
                    pages: [name])
            }
    }
}
