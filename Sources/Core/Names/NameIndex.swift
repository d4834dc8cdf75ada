/// Known names that can be ranked by how near they are to a written name. A name may stand for something else: an alias
/// for its field, a title for its code.
public struct NameIndex: Sendable {
    /// How near a name is. Names that differ by a few letters rank before names that only share words.
    private enum Nearness: Hashable, Comparable {
        /// The number of letters that are inserted, left out, replaced or swapped.
        case slips(Int)
        /// The share of words that are not in common, in thousandths.
        case otherWords(Int)
    }

    private struct Entry {
        let target: String
        let letters: [Unicode.Scalar]
        let words: Set<String>
    }

    private let entries: [Entry]

    /// Creates an index of names, each with what it stands for. The first of equally near names is preferred.
    public init(_ names: some Sequence<(name: String, target: String)>) {
        entries = names.map { name, target in
            let folded = Self.folded(name)
            return Entry(target: target, letters: Array(folded.unicodeScalars), words: Self.words(folded))
        }
    }

    /// Creates an index of names that stand for themselves.
    public init(_ names: some Sequence<String>) { self.init(names.map { (name: $0, target: $0) }) }

    /// Returns the names that were probably intended, the likeliest first. Names that differ by a few letters come
    /// first, then names that share more than half of their words. Names that share fewer words are left out, because
    /// they are probably unrelated.
    public func nearest(to text: String, limit: Int = 3) -> [String] {
        ranked(text).prefix(limit).map { $0.target }
    }

    /// Returns every name that is as near as the likeliest one.
    public func allNearest(to text: String) -> [String] {
        let ranked = ranked(text)
        return ranked.prefix { $0.nearness == ranked[0].nearness }.map { $0.target }
    }

    /// Matches texts with targets, the likeliest first. Each text and each target is used at most once.
    public func pairs(of texts: [String]) -> [(text: String, target: String)] {
        let all = texts.enumerated().flatMap { place, text in
            ranked(text).map { (text: text, target: $0.target, nearness: $0.nearness, place: place) }
        }.sorted { ($0.nearness, $0.place) < ($1.nearness, $1.place) }
        var (takenTexts, takenTargets): (Set<String>, Set<String>) = ([], [])
        var pairs: [(text: String, target: String)] = []
        for match in all where !takenTexts.contains(match.text) && !takenTargets.contains(match.target) {
            takenTexts.insert(match.text)
            takenTargets.insert(match.target)
            pairs.append((match.text, match.target))
        }
        return pairs
    }

    private func ranked(_ text: String) -> [(target: String, nearness: Nearness)] {
        let folded = Self.folded(text)
        let (letters, words) = (Array(folded.unicodeScalars), Self.words(folded))
        var best: [String: (nearness: Nearness, place: Int)] = [:]
        for (place, entry) in entries.enumerated() {
            guard let nearness = Self.nearness(letters, words, entry) else { continue }
            if let known = best[entry.target], known.nearness <= nearness { continue }
            best[entry.target] = (nearness, best[entry.target]?.place ?? place)
        }
        return best.sorted { ($0.value.nearness, $0.value.place) < ($1.value.nearness, $1.value.place) }
            .map { ($0.key, $0.value.nearness) }
    }

    private static func nearness(_ letters: [Unicode.Scalar], _ words: Set<String>, _ entry: Entry) -> Nearness? {
        if let slips = NearestName.slips(letters, entry.letters) { return .slips(slips) }
        let (common, all) = (words.intersection(entry.words).count, max(words.count, entry.words.count))
        return common * 2 > all ? .otherWords(1000 - common * 1000 / all) : nil
    }

    /// Returns the name in lower case, with one space between words. Case and separators then make no difference.
    private static func folded(_ name: String) -> String {
        name.lowercased().map { $0 == "_" || $0 == "-" || $0 == "." ? " " : $0 }.split(separator: " ").map {
            String($0)
        }
        .joined(separator: " ")
    }

    /// Returns the words of a name, without numbers: two codes that share a number have nothing in common.
    private static func words(_ folded: String) -> Set<String> {
        Set(folded.split { !$0.isLetter && !$0.isNumber }.filter { $0.first?.isLetter == true }.map(String.init))
    }
}
