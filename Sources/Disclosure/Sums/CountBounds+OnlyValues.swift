extension CountBounds {
    /// The largest number of searches for values of a sum in whole numbers, where fractions allow several values.
    /// Further sums of this kind count as known.
    private static let maxSearches = 40

    /// Returns the only whole number that each sum of parts can be; nil where several are possible. Every world found
    /// on the way is used for all sums, so that few sums need their own search. Where only one value was found with
    /// reasonable effort, the sum counts as known.
    mutating func onlyValues(of sums: [[Int]], truth: [Int]? = nil) throws(DisclosureFailure) -> [Int?] {
        var open: [Int: [(sum: Int, columns: [Int])]] = [:]
        var only = [Int?](repeating: 0, count: sums.count)
        for (sum, parts) in sums.enumerated() {
            var bySystem: [Int: [Int]] = [:]
            var value: Int? = 0
            for part in parts {
                if let settled = known[part] {
                    value = value.map { $0 + settled }
                } else if let system = places[part] {
                    bySystem[system, default: []].append(columns[part])
                } else {
                    value = nil
                }
            }
            only[sum] = value
            guard value != nil else { continue }
            for (system, columns) in bySystem { open[system, default: []].append((sum, columns)) }
        }
        for (system, forms) in open.sorted(by: { $0.key < $1.key }) {
            let left = forms.filter { only[$0.sum] != nil }
            let values = try onlyValues(of: left.map(\.columns), in: system, truth)
            for (form, value) in zip(left, values) {
                only[form.sum] = value.flatMap { value in only[form.sum].map { $0 + value } }
            }
        }
        return only
    }

    private mutating func onlyValues(
        of forms: [[Int]], in system: Int, _ truth: [Int]?
    ) throws(DisclosureFailure) -> [Int?] {
        var worlds = SeenWorlds(forms)
        let number = wholes[system].columns
        if let truth {
            var world = [Int](repeating: 0, count: number)
            for part in places.indices where places[part] == system { world[columns[part]] = truth[part] }
            worlds.take(world)
        }
        if let world = systems[system].wholeValues(number) { worlds.take(world) }
        var searches = 0
        for (index, form) in forms.enumerated() where !worlds.isOpen[index] {
            guard case .value(let most, let denominator) = try systems[system].maximum(form.map { ($0, 1) }) else {
                worlds.isOpen[index] = true
                continue
            }
            if let world = systems[system].wholeValues(number) { worlds.take(world) }
            guard !worlds.isOpen[index],
                case .value(let least, let scale) = try systems[system].maximum(form.map { ($0, -1) })
            else { continue }
            if let world = systems[system].wholeValues(number) { worlds.take(world) }
            let (low, high) = (ExactBound(-least, over: scale).ceiling, ExactBound(most, over: denominator).floor)
            worlds.least[index] = low
            guard !worlds.isOpen[index], low < high else { continue }
            searches += 1
            guard searches <= Self.maxSearches else { continue }
            for value in low...min(high, low + 8) where !worlds.isOpen[index] && value != worlds.values[index] {
                if let world = wholes[system].solution(sum: form, value: value) { worlds.take(world) }
            }
        }
        return worlds.isOpen.indices.map { worlds.isOpen[$0] ? nil : worlds.values[$0] ?? worlds.least[$0] }
    }
}

/// The worlds of whole numbers found so far, and the sums that differ between two of them.
private struct SeenWorlds {
    private let forms: [[Int]]
    /// For each sum, the value in all worlds so far, and the smallest value that fractions allow.
    private(set) var values: [Int?]
    var least: [Int]
    var isOpen: [Bool]

    init(_ forms: [[Int]]) {
        self.forms = forms
        values = [Int?](repeating: nil, count: forms.count)
        least = [Int](repeating: 0, count: forms.count)
        isOpen = [Bool](repeating: false, count: forms.count)
    }

    mutating func take(_ world: [Int]) {
        for index in forms.indices where !isOpen[index] {
            let value = forms[index].reduce(0) { $0 + world[$1] }
            if let before = values[index] { isOpen[index] = before != value } else { values[index] = value }
        }
    }
}
