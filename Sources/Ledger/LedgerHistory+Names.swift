public import Core

extension LedgerHistory {
    /// Checks that some release had a row with the label, and the area when one is named. Throws an `UnknownLedgerName`
    /// with the nearest existing name, or a `LedgerError`.
    public static func check(row: String, area: String?, inLedger path: String) throws {
        let (rows, areas) = try LedgerHistory(path: path).labels()
        let wanted = [("row", row, rows)] + (area.map { [("area", $0, areas)] } ?? [])
        for (kind, name, known) in wanted where !known.contains(name) {
            throw UnknownLedgerName(
                ledger: path, kind: kind, name: name, nearest: NearestName.of(name, among: known))
        }
    }

    /// Returns the runs up to a limit, including those with nothing to do, the newest first. When a quarter is named,
    /// it returns only runs of this quarter. Throws the ledger's error.
    public static func allRuns(
        inLedger path: String, quarter: String?, limit: Int
    ) throws(LedgerError) -> [LedgerRun] {
        let kept = try LedgerHistory(path: path).runs(quarter: quarter, limit: limit)
        // Runs with nothing to do are recorded in a separate file next to the ledger.
        let unchanged = UnchangedRuns(beside: path).runs(quarter: quarter)
        return Array((kept + unchanged).sorted { $0.began > $1.began }.prefix(limit))
    }
}

/// A name that no release of the ledger had.
public struct UnknownLedgerName: ReportedFailure {
    /// The path of the ledger file.
    public let ledger: String
    /// The kind of name, the name itself, and the nearest known name.
    public let kind, name: String
    public let nearest: String?

    /// Creates the error from its parts.
    package init(ledger: String, kind: String, name: String, nearest: String?) {
        self.ledger = ledger
        self.kind = kind
        self.name = name
        self.nearest = nearest
    }

    public var code: String { "unknown-name" }
    public var exitStatus: ExitStatus { .inputMissing }

    /// The missing name, and the nearest known one.
    public var description: String {
        "\(ledger): no release had the \(kind) '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
}
