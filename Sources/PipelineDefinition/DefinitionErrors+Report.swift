public import Core

extension DefinitionErrors: ReportedFailure {
    public var code: String { errors.first?.code ?? "definition-wrong" }

    public var exitStatus: ExitStatus { concernPermission ? .noPermission : .definitionWrong }

    /// One message for each error, with the error's place.
    public var messages: [FailureMessage] {
        errors.map { definitionError in
            FailureMessage(
                code: definitionError.code, definitionError.description, explanation: definitionError.message,
                file: definitionError.position.file,
                line: definitionError.position.line, column: definitionError.position.column)
        }
    }
}
