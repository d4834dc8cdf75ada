import Core
import Ledger
import Logging

extension Notice {
    /// A finding, with what to do about it. Those of single rows are many: they are shown with --verbose.
    /// A quarter is named where there are several.
    init(_ finding: Finding, remedy: String? = nil, of quarter: FinancialQuarter? = nil) {
        let isOfRow = finding.line != nil && finding.severity != .note
        let level: Logger.Level =
            switch finding.rule {
            case .directionTurned: .warning
            case .partialMonth, .missingMonth: .notice
            default: isOfRow ? .debug : .info
            }
        let name = quarter.map { "\($0): " } ?? ""
        self.init(
            level, code: finding.rule.rawValue, name + finding.description(remedy: remedy),
            message: name + finding.explanation + (finding.note.map { ": \($0)" } ?? "")
                + (remedy.map { "; \($0)" } ?? ""))
        file = finding.file
        line = finding.line
        column = finding.column
        value = finding.value
        suggestions = finding.suggestions
        severity = finding.severity.rawValue
    }

    /// A message of an error, with its place.
    init(_ message: FailureMessage) {
        self.init(
            message.isWarning ? .warning : .error, code: message.code, message.text, message: message.explanation)
        file = message.file
        line = message.line
        character = message.column
    }
}

extension Notice {
    /// What kept the index from being written: no reason to fail.
    init(indexNotWritten reason: String) {
        self.init(.warning, code: "index-not-written", "index.html: not updated: \(reason)")
    }

    /// What kept the ledger from being written: no reason to fail.
    init(_ ledgerError: LedgerError) { self.init(.warning, code: ledgerError.code, ledgerError.description) }
}
