public import Tabular

extension DefinitionMistakes: ReportedFailure {
    public var code: String { mistakes.first?.code ?? "definition-wrong" }

    public var exitStatus: ExitStatus { concernPermission ? .noPermission : .definitionWrong }

    /// A message a mistake, each with its place.
    public var messages: [FailureMessage] {
        mistakes.map { mistake in
            FailureMessage(
                code: mistake.code, mistake.description, explanation: mistake.message, file: mistake.position.file,
                line: mistake.position.line, column: mistake.position.column)
        }
    }
}
