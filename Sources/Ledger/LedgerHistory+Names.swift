public import Core

extension LedgerHistory {
    /// Checks that some release had a row of the label, and the area when one is named. Throws an `UnknownLedgerName` with the
    /// nearest name that one had, or a `LedgerError`.
    public static func check(row: String, area: String?, inLedger path: String) throws {
        let (rows, areas) = try LedgerHistory(path: path).labels()
        let wanted = [("row", row, rows)] + (area.map { [("area", $0, areas)] } ?? [])
        for (kind, name, known) in wanted where !known.contains(name) {
            throw UnknownLedgerName(
                ledger: path, kind: kind, name: name, nearest: NearestName.of(name, among: known))
        }
    }

    /// The runs, those with nothing to do among them, the newest first; of one quarter when it is named, at most so many. Throws
    /// what is wrong with the ledger.
    public static func allRuns(
        inLedger path: String, quarter: String?, limit: Int
    ) throws(LedgerError) -> [LedgerRun] {
        let kept = try LedgerHistory(path: path).runs(quarter: quarter, limit: limit)
        // Those with nothing to do are kept beside the ledger.
        let unchanged = UnchangedRuns(beside: path).runs(quarter: quarter)
        return Array((kept + unchanged).sorted { $0.began > $1.began }.prefix(limit))
    }
}

/// A name that no release of the ledger had.
public struct UnknownLedgerName: ReportedFailure {
    /// The file of the ledger.
    public let ledger: String
    /// What kind of name it is, the name, and the nearest that is known.
    public let kind, name: String
    public let nearest: String?

    /// From its parts.
    package init(ledger: String, kind: String, name: String, nearest: String?) {
        self.ledger = ledger
        self.kind = kind
        self.name = name
        self.nearest = nearest
    }

    public var code: String { "unknown-name" }
    public var exitStatus: ExitStatus { .inputMissing }

    /// What is not there, and the nearest names.
    public var description: String {
        "\(ledger): no release had the \(kind) '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
}
