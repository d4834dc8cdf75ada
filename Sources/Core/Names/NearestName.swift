/// Finds the name that was probably intended.
public enum NearestName {
    /// Returns the candidate with the smallest edit distance, the first if several have it. Nil when none is near
    /// enough to be a likely slip. A likely slip changes at most a third of the longer name's letters (rounded down,
    /// but at least one), and never more than four. In names of one or two letters, no change is a likely slip.
    public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let letters = Array(candidate.lowercased().unicodeScalars)
            guard let distance = slips(wanted, letters) else { continue }
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// Returns the edit distance; nil when the names are not near enough for a likely slip.
    static func slips(_ wanted: [Unicode.Scalar], _ letters: [Unicode.Scalar]) -> Int? {
        let longest = max(letters.count, wanted.count)
        let limit = longest < 3 ? 0 : min(4, max(1, longest / 3))
        guard abs(letters.count - wanted.count) <= limit else { return nil }
        let distance = distance(wanted, letters)
        return distance <= limit ? distance : nil
    }

    /// Counts insertions, deletions, substitutions and swaps of neighbouring letters (optimal string alignment).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var older: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var current = [i + 1]
            for j in b.indices {
                var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
                current.append(cost)
            }
            (older, previous) = (previous, current)
        }
        return previous[b.count]
    }
}
