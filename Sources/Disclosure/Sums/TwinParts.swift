/// Parts that are in the same shown counts: a person in one such part could just as well be in another.
struct TwinParts {
    private var classOfPart: [Int] = []
    private var sizes: [Int] = []
    private var people: [Int] = []
    private var isFree: [Bool] = []

    /// Groups the parts. `counts` has the shown counts of each part.
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

    /// Whether the sum over the parts can differ in another world. It can when the parts include a part that is in no
    /// shown count, or some, but not all, parts of a class with people.
    func canChange(_ parts: Set<Int>) -> Bool {
        var own: [Int: Int] = [:]
        for part in parts { own[classOfPart[part], default: 0] += 1 }
        return own.contains { isFree[$0.key] || ($0.value < sizes[$0.key] && people[$0.key] > 0) }
    }
}
