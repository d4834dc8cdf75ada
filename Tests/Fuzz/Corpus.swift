import TestSupport

/// The inputs of a target: its seeds, and every input that ended in a new way.
struct Corpus {
    private static let maxInputs = 1000
    private static let longestInput = 1 << 15

    private var inputs: [[UInt8]]
    private var signatures: Set<String> = []

    init(_ seeds: [[UInt8]]) { inputs = seeds }

    /// The number of bytes of all inputs.
    var size: Int { inputs.reduce(0) { $0 + $1.count } }

    /// Returns a damaged copy of one input, sometimes of two inputs joined together.
    func next(_ generator: inout SeededGenerator) -> [UInt8] {
        var input = inputs.randomElement(using: &generator) ?? []
        if Int.random(in: 0..<8, using: &generator) == 0, let other = inputs.randomElement(using: &generator) {
            input =
                input.prefix(.random(in: 0...input.count, using: &generator))
                + other.suffix(.random(in: 0...other.count, using: &generator))
        }
        return Array(ByteMutation.mutated(input, by: &generator).prefix(Self.longestInput))
    }

    /// Keeps the input if no other input has ended in the same way. Returns whether it was kept.
    mutating func keep(_ input: [UInt8], _ signature: String) -> Bool {
        guard inputs.count < Self.maxInputs, signatures.insert(signature).inserted else { return false }
        inputs.append(input)
        return true
    }
}
