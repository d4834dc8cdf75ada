import Core
import Yams

/// A YAML node that knows its file and where to report errors.
struct YAMLReader {
    /// A key and what stands after it.
    typealias Entry = (key: Located<String>, value: YAMLReader)

    let node: Node
    let file: String
    let errors: DefinitionErrorCollector
    /// What leads from the folder of the definition that is read to that of this file, empty or with a `/` at its end.
    let folder: String
    let paths: DefinitionPaths
    /// The node of the base that this one is written over, at most one.
    var bases: [YAMLReader] = []

    /// Reads a text; a text that is not YAML is an error, and nil.
    static func read(
        _ text: String, file: String, folder: String = "", paths: DefinitionPaths = DefinitionPaths(),
        _ errors: DefinitionErrorCollector
    ) -> YAMLReader? {
        guard !YAMLAliases.standInKeys(of: text) else {
            errors.report(
                .notYAML(problem: "a key contains an alias; write the key in full"),
                at: SourcePosition(file: file, line: 1, column: 1))
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                errors.report(
                    .expected("a mapping", found: "nothing"), at: SourcePosition(file: file, line: 1, column: 1))
                return nil
            }
            guard YAMLCheck.check(node, file: file, errors) else { return nil }
            return YAMLReader(node: node, file: file, errors: errors, folder: folder, paths: paths)
        } catch let error as YamlError {
            errors.report(.notYAML(problem: Self.problem(error)), at: Self.position(error, file))
        } catch {
            errors.report(.notYAML(problem: "\(error)"), at: SourcePosition(file: file, line: 1, column: 1))
        }
        return nil
    }

    private static func problem(_ error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let duplicates, _):
            "the key \(duplicates.map { "'\($0)'" }.sorted().joined(separator: ", ")) appears twice"
        default: "\(error)"
        }
    }

    private static func position(_ error: YamlError, _ file: String) -> SourcePosition {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            SourcePosition(file: file, line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(_, let context):
            SourcePosition(file: file, line: context.mark.line, column: context.mark.column)
        default: SourcePosition(file: file, line: 1, column: 1)
        }
    }

    func with(_ node: Node) -> YAMLReader {
        YAMLReader(node: node, file: file, errors: errors, folder: folder, paths: paths)
    }

    var position: SourcePosition {
        SourcePosition(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    func report(_ kind: DefinitionError.Kind) { errors.report(kind, at: position) }

    private var found: String {
        switch node {
        case .scalar(let scalar): scalar.string
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    /// The mapping here, whose keys must be among those allowed.
    func mapping(allowing keys: [String]) -> MappingReader? {
        guard let mapping = entries() else { return nil }
        for entry in mapping where !keys.contains(entry.key.value) {
            errors.report(.unknownKey(entry.key.value, allowed: keys), at: entry.key.position)
        }
        return MappingReader(entries: mapping, allowed: keys, owner: self)
    }

    /// The entries of the mapping here, with any keys.
    func entries() -> [Entry]? {
        guard case .mapping(let mapping) = node else {
            report(.expected("a mapping", found: found))
            return nil
        }
        return merged(
            mapping.map { key, value in (Located(key.scalar?.string ?? "", at: with(key).position), with(value)) })
    }

    /// The text here.
    func text() -> Located<String>? {
        guard case .scalar(let scalar) = node else {
            report(.expected("a text", found: found))
            return nil
        }
        return Located(scalar.string, at: position)
    }

    /// Whether a text stands here.
    var isText: Bool { if case .scalar = node { true } else { false } }

    /// Whether a mapping stands here.
    var isMapping: Bool { if case .mapping(_) = node { true } else { false } }

    /// The list here; a single text counts as a list of one.
    func list() -> [YAMLReader] {
        switch node {
        case .sequence(let sequence): return merged(sequence.map(with))
        case .scalar: return [self]
        default:
            report(.expected("a list", found: found))
            return []
        }
    }

    /// The list of texts here.
    func texts() -> [Located<String>] { list().compactMap { $0.text() } }

    /// Yes or no.
    func flag() -> Bool {
        switch found {
        case "true": return true
        case "false": return false
        default:
            report(.expected("true or false", found: found))
            return false
        }
    }

    /// A whole number.
    func whole() -> Int? {
        guard let number = Int(found) else {
            report(.expected("a whole number", found: found))
            return nil
        }
        return number
    }

    /// A whole number that is not negative, and one that people count to.
    func count() -> Int? {
        guard let number = whole() else { return nil }
        guard (0...1_000_000).contains(number) else {
            report(.expected("a whole number from 0 to 1000000", found: found))
            return nil
        }
        return number
    }

    /// One of a list of words.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type, named what: String) -> Choice? {
        guard let text = text() else { return nil }
        if let choice = Choice(rawValue: text.value) { return choice }
        report(.unknownName(of: what, text.value, known: Choice.allCases.map(\.rawValue)))
        return nil
    }
}

/// The entries of one mapping, by key.
struct MappingReader {
    let entries: [(key: Located<String>, value: YAMLReader)]
    let allowed: [String]
    let owner: YAMLReader

    subscript(key: String) -> YAMLReader? { entries.first { $0.key.value == key }?.value }

    var position: SourcePosition { owner.position }

    /// The value of a key that must be there.
    func required(_ key: String) -> YAMLReader? {
        if let value = self[key] { return value }
        // A misspelt key is reported as that; it is not reported as missing, too.
        let misspelt = entries.contains {
            !allowed.contains($0.key.value) && NearestName.of($0.key.value, among: allowed) == key
        }
        if !misspelt { owner.report(.missingKey(key)) }
        return nil
    }

    /// The text of a key that must be there.
    func text(_ key: String) -> Located<String>? { required(key)?.text() }

    /// The path of a key that must be there.
    func path(_ key: String) -> Located<String>? { required(key)?.path() }
}
