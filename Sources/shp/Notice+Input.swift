import Ingestion
import Ledger
import Logging
import PipelineDefinition
import Tabular

extension Notice {
    /// A finding, with what to do about it. Those of single rows are many: they are shown when somebody asks for them.
    init(_ finding: Finding, remedy: String? = nil) {
        let isOfRow = finding.line != nil && finding.severity != .note
        let level: Logger.Level =
            switch finding.rule {
            case .directionTurned: .warning
            case .partialMonth, .missingMonth: .notice
            default: isOfRow ? .debug : .info
            }
        self.init(
            level, code: finding.rule.rawValue, finding.description(remedy: remedy),
            message: finding.explanation + (finding.note.map { ": \($0)" } ?? "") + (remedy.map { "; \($0)" } ?? ""))
        file = finding.file
        line = finding.line
        column = finding.column
        value = finding.value
        suggestions = finding.suggestions
        severity = finding.severity.rawValue
    }

    /// A mistake of a definition.
    init(_ mistake: DefinitionMistake) {
        self.init(.error, code: mistake.code, mistake.description, message: mistake.message)
        file = mistake.position.file
        line = mistake.position.line
        character = mistake.position.column
    }

    /// A refused extract.
    init(_ refusal: ExtractRefusal) {
        let (place, message) = refusal.placed
        self.init(.error, code: refusal.code, refusal.description, message: message)
        file = refusal.file
        line = place
    }
}

extension Notice {
    /// What kept the ledger from being written: no reason to fail.
    init(_ trouble: LedgerTrouble) { self.init(.warning, code: trouble.code, trouble.description) }
}
