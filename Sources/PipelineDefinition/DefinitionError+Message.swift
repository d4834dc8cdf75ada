import Core

extension DefinitionError: CustomStringConvertible {
    /// `file:line:column: what is wrong; did you mean 'x'?`
    public var description: String { "\(position): \(message)" }

    /// What is wrong, without the place.
    public var message: String {
        switch kind {
        case .notYAML(let problem): "not YAML: \(problem)"
        case .unknownKey(let key, let allowed): "unknown key '\(key)'" + Self.hint(key, allowed, listing: true)
        case .missingKey(let key): "the key '\(key)' is missing"
        case .expected(let what, let found): "expected \(what), found '\(found)'"
        case .unknownName(let what, let name, let known):
            "unknown \(what) '\(name)'" + Self.hint(name, known, listing: true)
        case .duplicateName(let what, let name): "the \(what) '\(name)' is defined twice"
        case .missingFile(let path, let reason, let known):
            "cannot read '\(path)': \(reason)" + Self.hint(path, known, listing: false)
        case .forbiddenFile(let path):
            "cannot read '\(path)': permission denied; ask its owner for the right to read it"
        case .missingColumn(let column, let found): "the column '\(column)' is missing" + Self.remedy(column, found)
        case .value(let value, let column, let rule): "\(column): '\(value)': \(rule.explanation) [\(rule.rawValue)]"
        case .unusableCharacter(let number, let text):
            "the text '\(text)' has the character \(number), which cannot be shown; remove it"
        case .contradiction(let what): what
        }
    }

    /// Suggests renaming the most similar column; if there is none, suggests adding the column and lists a short
    /// header.
    private static func remedy(_ column: String, _ found: [String]) -> String {
        if let nearest = NearestName.of(column, among: found) {
            return "; if '\(nearest)' is that column, rename it to '\(column)'"
        }
        let header = found.isEmpty || found.count > 24 ? "" : "; the header is: " + found.joined(separator: ", ")
        return "; add it" + header
    }

    /// Suggests the valid name that is most similar. If none is similar, lists the valid names, provided that `listing`
    /// is true and they are few.
    private static func hint(_ name: String, _ known: [String], listing: Bool) -> String {
        if let nearest = NearestName.of(name, among: known) { return "; did you mean '\(nearest)'?" }
        guard listing, !known.isEmpty, known.count <= 24 else { return "" }
        return "; valid here: " + known.joined(separator: ", ")
    }
}

extension DefinitionErrors: CustomStringConvertible {
    /// One line for each error.
    public var description: String { errors.map(\.description).joined(separator: "\n") }
}
