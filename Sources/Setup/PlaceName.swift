/// Reduces names to keys, so that different ways of writing a name give the same key.
enum PlaceName {
    /// Words in a name that show that a force, or a partnership, is meant.
    private static let ofForces = [
        "office of the police and crime commissioner for", "police and crime commissioner for",
        "office of the police and crime commissioner", "police and crime commissioner", "opcc", "pcc", "police service",
        "police force", "police", "constabulary", "force",
    ]
    private static let ofPartnerships = [
        "community safety partnership", "safety partnership", "partnership", "csp", "metropolitan borough council",
        "county borough council", "borough council", "district council", "city council", "county council", "council",
        "london borough of", "royal borough of", "borough of", "city of", "county of", "borough", "district", "safer",
    ]

    /// Returns the key of a name: in lower case, with one space between words, without apostrophes and full stops, and
    /// with `and` for `&`.
    static func key(_ name: String) -> String {
        var text = ""
        for character in name.lowercased() {
            switch character {
            case "&": text += " and "
            case "'", "’", ".": continue
            default: text.append(character.isLetter || character.isNumber ? character : " ")
            }
        }
        return text.split(separator: " ").joined(separator: " ")
    }

    /// Returns the keys of a name as written, and for `Bristol, City of` also those of `Bristol` and `City of Bristol`.
    static func keys(_ name: String) -> Set<String> {
        let parts = name.split(separator: ",", maxSplits: 1).map { key(String($0)) }
        guard parts.count == 2, parts[1].hasSuffix("of") else { return [key(name)] }
        return [key(name), parts[0], parts[1] + " " + parts[0]]
    }

    /// Returns the key without the words for a force; nil when it has no such words.
    static func force(_ key: String) -> String? { without(ofForces, key) }

    /// Returns the key without the words for a partnership or council; nil when it has no such words.
    static func partnership(_ key: String) -> String? { without(ofPartnerships, key) }

    private static func without(_ phrases: [String], _ key: String) -> String? {
        var rest = key
        for phrase in phrases {
            if rest.hasSuffix(" " + phrase) { rest = String(rest.dropLast(phrase.count + 1)) }
            if rest.hasPrefix(phrase + " ") { rest = String(rest.dropFirst(phrase.count + 1)) }
        }
        return rest == key ? nil : rest
    }
}
