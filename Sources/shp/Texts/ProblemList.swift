import CSV
import Core
import FoundationEssentials
import Intake

/// The problems of extracts as text, CSV and JSON.
struct ProblemList {
    let reports: [ExtractReport]

    /// One line for each problem, and one for each file that says where its rows would go.
    var text: String {
        reports.flatMap { report in report.problems.map(Self.line) + [Self.summary(report)] }.joined(separator: "\n")
    }

    private static func line(_ problem: ExtractProblem) -> String {
        var text = problem.file
        if let line = problem.line { text += ":\(line)" }
        // A column without a name stands at the end of rows that have one delimiter too many.
        let column = problem.column.map { $0.isEmpty ? "''" : visible($0) }
        if let column { text += problem.line == nil ? ": \(column)" : ":\(column)" }
        text += ": "
        if problem.severity == .note { text += "note: " }
        text += "\(problem.rule): \(visible(problem.explanation))"
        if let value = problem.value { text += " (value \"\(shortened(visible(value)))\")" }
        if let remedy = problem.remedy { text += " – " + visible(remedy) }
        return text
    }

    private static func summary(_ report: ExtractReport) -> String {
        let account = report.account
        guard account.read > 0 else { return "\(report.file): no row could be read" }
        var text =
            "\(report.file): \(account.read) \(account.read == 1 ? "row" : "rows") read, \(account.accepted) accepted"
        let others = [
            (account.duplicate, "duplicate"), (account.superseded, "superseded"), (account.cancelled, "cancelled"),
            (account.outOfScopeTotal, "out of scope"),
        ]
        for (count, word) in others where count > 0 { text += ", \(count) \(word)" }
        text += ", \(account.quarantinedTotal) at fault"
        let rules = account.quarantined.sorted { $0.key.rawValue < $1.key.rawValue }
        if !rules.isEmpty { text += ": " + rules.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ") }
        switch report.problems.map(\.severity).max() {
        case .stop: return text + "; a run stops because of it"
        case .refuse: return text + "; the extract is refused"
        case .note, .quarantine, nil: return text
        }
    }

    /// Returns the text with invisible characters written as code points, so that a value cannot move the cursor.
    private static func visible(_ text: String) -> String { VisibleText.of(text) }

    private static func shortened(_ text: String) -> String { text.count <= 100 ? text : text.prefix(99) + "…" }

    /// One CSV record for each problem.
    var csv: String {
        TextCSV.text(
            header: ["file", "line", "column", "rule", "severity", "value", "message"],
            records: reports.flatMap(\.problems).map { problem in
                [
                    problem.file, problem.line.map(String.init) ?? "", problem.column ?? "", problem.rule,
                    problem.severity.rawValue, problem.value ?? "", problem.message,
                ]
            })
    }

    private struct JSONReport: Encodable {
        let file: String
        let source: String?
        let read, accepted, quarantined, duplicate, superseded, cancelled, outOfScope: Int
        let problems: [JSONProblem]
    }

    private struct JSONProblem: Encodable {
        let line: Int?
        let column: String?
        let rule, severity: String
        let value: String?
        let message: String
    }

    /// The files as JSON, each with its problems.
    var json: String {
        let files = reports.map { report in
            JSONReport(
                file: report.file, source: report.source, read: report.account.read, accepted: report.account.accepted,
                quarantined: report.account.quarantinedTotal, duplicate: report.account.duplicate,
                superseded: report.account.superseded, cancelled: report.account.cancelled,
                outOfScope: report.account.outOfScopeTotal,
                problems: report.problems.map {
                    JSONProblem(
                        line: $0.line, column: $0.column, rule: $0.rule, severity: $0.severity.rawValue,
                        value: $0.value,
                        message: $0.message)
                })
        }
        return JSONText.of(["files": files])
    }
}
