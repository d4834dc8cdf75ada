import Core
import PipelineDefinition

extension DefinitionError.Kind: Listed {
    static func example(after last: DefinitionError.Kind?, _ v: AwkwardValues) -> DefinitionError.Kind? {
        switch last {
        case nil: .notYAML(problem: "the parser's own words")
        case .notYAML: .unknownKey(v.name, allowed: v.any)
        case .unknownKey: .missingKey(v.name)
        case .missingKey: .expected("a whole number", found: v.name)
        case .expected: .unknownName(of: "source", v.name, known: v.any)
        case .unknownName: .duplicateName(of: "source", v.name)
        case .duplicateName: .missingFile(v.file, reason: "no such file", known: v.any)
        case .missingFile: .forbiddenFile(v.file)
        case .forbiddenFile: .missingColumn(v.name, found: v.any.map { "\($0)x" })
        case .missingColumn: .value(v.name, of: v.filled, breaks: .invalidNumber)
        case .value: .unusableCharacter("U+0007", in: v.name)
        case .unusableCharacter: .contradiction("a setting excludes another")
        case .contradiction: nil
        }
    }
}

extension DefinitionErrors {
    /// Returns an example of every kind, each on its own.
    static func examples(_ v: AwkwardValues) -> [DefinitionErrors] {
        let position = SourcePosition(file: v.file, line: 3, column: 5)
        return DefinitionError.Kind.examples(v).map { DefinitionErrors([DefinitionError(at: position, $0)]) }
    }
}
