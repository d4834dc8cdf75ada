import Core

extension DefinitionError {
    /// The stable code of the error, in kebab case, for programs.
    public var code: String {
        switch kind {
        case .notYAML: "not-yaml"
        case .unknownKey: "unknown-key"
        case .missingKey: "missing-key"
        case .expected: "unexpected-value"
        case .unknownName: "unknown-name"
        case .duplicateName: "duplicate-name"
        case .missingFile: "missing-file"
        case .forbiddenFile: "no-permission"
        case .missingColumn: "missing-column"
        case .value(_, _, let rule): rule.rawValue
        case .unusableCharacter: "unusable-character"
        case .contradiction: "contradiction"
        }
    }
}
