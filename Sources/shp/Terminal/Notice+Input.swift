import Core
import Ledger
import Logging

extension Notice {
    /// Creates the notice of a finding, with its remedy. Findings of single rows are many, so only --verbose shows
    /// them. The quarter is named when the command handles several.
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

    /// Creates the notice of an error's message, with its file, line and column.
    init(_ message: FailureMessage) {
        self.init(
            message.isWarning ? .warning : .error, code: message.code, message.text, message: message.explanation)
        file = message.file
        line = message.line
        character = message.column
    }
}

extension Notice {
    /// Creates a warning that the index could not be written. The command does not fail for this reason.
    init(indexNotWritten reason: String) {
        self.init(.warning, code: "index-not-written", "index.html: not updated: \(reason)")
    }

    /// Creates a warning about an error of the ledger. The command does not fail for this reason.
    init(_ ledgerError: LedgerError) { self.init(.warning, code: ledgerError.code, ledgerError.description) }
}
