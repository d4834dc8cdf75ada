import Core
import Yams

/// A YAML node with its file and the collector for its errors.
struct YAMLReader {
    /// A key and its value.
    typealias Entry = (key: Located<String>, value: YAMLReader)

    let node: Node
    let file: String
    let errors: DefinitionErrorCollector
    /// The path from the folder of the definition that is being read to the folder of this file: empty, or with `/` at
    /// the end.
    let folder: String
    let paths: DefinitionPaths
    /// The node of the base that this node is laid over: at most one.
    var bases: [YAMLReader] = []

    /// Reads a text. If the text is not YAML, reports an error and returns nil.
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

    /// Reads the node as a mapping. Keys that are not allowed are reported.
    func mapping(allowing keys: [String]) -> MappingReader? {
        guard let mapping = entries() else { return nil }
        for entry in mapping where !keys.contains(entry.key.value) {
            errors.report(.unknownKey(entry.key.value, allowed: keys), at: entry.key.position)
        }
        return MappingReader(entries: mapping, allowed: keys, owner: self)
    }

    /// Reads the entries of the node as a mapping with any keys.
    func entries() -> [Entry]? {
        guard case .mapping(let mapping) = node else {
            report(.expected("a mapping", found: found))
            return nil
        }
        return merged(
            mapping.map { key, value in (Located(key.scalar?.string ?? "", at: with(key).position), with(value)) })
    }

    /// Reads the node as a text.
    func text() -> Located<String>? {
        guard case .scalar(let scalar) = node else {
            report(.expected("a text", found: found))
            return nil
        }
        return Located(scalar.string, at: position)
    }

    /// Whether the node is a text.
    var isText: Bool { if case .scalar = node { true } else { false } }

    /// Whether the node is a mapping.
    var isMapping: Bool { if case .mapping(_) = node { true } else { false } }

    /// Reads the node as a list; a single text counts as a list of one.
    func list() -> [YAMLReader] {
        switch node {
        case .sequence(let sequence): return merged(sequence.map(with))
        case .scalar: return [self]
        default:
            report(.expected("a list", found: found))
            return []
        }
    }

    /// Reads the node as a list of texts.
    func texts() -> [Located<String>] { list().compactMap { $0.text() } }

    /// Reads `true` or `false`.
    func flag() -> Bool {
        switch found {
        case "true": return true
        case "false": return false
        default:
            report(.expected("true or false", found: found))
            return false
        }
    }

    /// Reads a whole number.
    func whole() -> Int? {
        guard let number = Int(found) else {
            report(.expected("a whole number", found: found))
            return nil
        }
        return number
    }

    /// Reads a whole number from 0 to 1,000,000.
    func count() -> Int? {
        guard let number = whole() else { return nil }
        guard (0...1_000_000).contains(number) else {
            report(.expected("a whole number from 0 to 1000000", found: found))
            return nil
        }
        return number
    }

    /// Reads one of a list of words.
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

    /// Returns the value of a required key.
    func required(_ key: String) -> YAMLReader? {
        if let value = self[key] { return value }
        // A misspelt key is reported as unknown, and not also as missing.
        let misspelt = entries.contains {
            !allowed.contains($0.key.value) && NearestName.of($0.key.value, among: allowed) == key
        }
        if !misspelt { owner.report(.missingKey(key)) }
        return nil
    }

    /// Returns the text of a required key.
    func text(_ key: String) -> Located<String>? { required(key)?.text() }

    /// Returns the path of a required key.
    func path(_ key: String) -> Located<String>? { required(key)?.path() }
}
