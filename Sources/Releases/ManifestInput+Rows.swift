extension ManifestInput.Rows {
    /// The numbers in their order in files: read, accepted, quarantined, duplicate, superseded, cancelled, out of
    /// scope, corrected.
    package var numbers: [Int] {
        [read, accepted, quarantined, duplicate, superseded, cancelled, outOfScope, corrected]
    }

    /// How many numbers `numbers` has.
    package static let count = 8

    /// Creates the account from its numbers, in the order of `numbers`; nil when there are too many or too few.
    package init?(numbers: [Int]) {
        guard numbers.count == Self.count else { return nil }
        (read, accepted, quarantined) = (numbers[0], numbers[1], numbers[2])
        (duplicate, superseded, cancelled) = (numbers[3], numbers[4], numbers[5])
        (outOfScope, corrected) = (numbers[6], numbers[7])
    }

    /// Returns the sums of the rows of both extracts.
    static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.read += b.read
        sum.accepted += b.accepted
        sum.quarantined += b.quarantined
        sum.duplicate += b.duplicate
        sum.superseded += b.superseded
        sum.cancelled += b.cancelled
        sum.outOfScope += b.outOfScope
        sum.corrected += b.corrected
        return sum
    }

    /// Reads the numbers. Manifests of early versions have one number for each reason, where rows have reasons.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func total(_ key: CodingKeys) throws -> Int {
            if let number = try? container.decode(Int.self, forKey: key) { return number }
            return try container.decode([String: Int].self, forKey: key).values.reduce(0, &+)
        }
        read = try container.decode(Int.self, forKey: .read)
        accepted = try container.decode(Int.self, forKey: .accepted)
        quarantined = try total(.quarantined)
        duplicate = try container.decode(Int.self, forKey: .duplicate)
        superseded = try container.decode(Int.self, forKey: .superseded)
        cancelled = try container.decode(Int.self, forKey: .cancelled)
        outOfScope = try total(.outOfScope)
        corrected = try container.decode(Int.self, forKey: .corrected)
        // The limit leaves room to add up the rows of many extracts.
        guard numbers.allSatisfy((0...1 << 40).contains) else {
            throw DecodingError.dataCorruptedError(
                forKey: .read, in: container, debugDescription: "a number of rows is out of range")
        }
    }
}
