/// Parts that the same shown counts have: of two such parts one can have what the other has.
struct TwinParts {
    private var classOfPart: [Int] = []
    private var sizes: [Int] = []
    private var people: [Int] = []
    private var isFree: [Bool] = []

    /// `counts` are those of each part that are shown.
    init(_ counts: [[Int]], truth: [Int]) {
        var numbers: [[Int]: Int] = [:]
        for (part, own) in counts.enumerated() {
            let number = numbers[own] ?? sizes.count
            if number == sizes.count {
                numbers[own] = number
                sizes.append(0)
                people.append(0)
                isFree.append(own.isEmpty)
            }
            classOfPart.append(number)
            sizes[number] += 1
            people[number] += truth[part]
        }
    }

    /// Whether the sum over the parts is different in another world: it has some parts of a class with people, and not all, or
    /// a part that nothing shown has.
    func canChange(_ parts: Set<Int>) -> Bool {
        var own: [Int: Int] = [:]
        for part in parts { own[classOfPart[part], default: 0] += 1 }
        return own.contains { isFree[$0.key] || ($0.value < sizes[$0.key] && people[$0.key] > 0) }
    }
}
