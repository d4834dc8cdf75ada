/// How well rows add up.
struct SumEvidence {
    let readings: Readings
    let columns: [Int]

    /// Rows that are added up one by one.
    struct Parts {
        /// For each column the sum; nil when a row has no number there.
        fileprivate var sums: [Int128?]
        /// How many of the numbers are not zero.
        fileprivate var nonzero: [Int]
        fileprivate(set) var count = 0
    }

    /// No rows yet.
    var noParts: Parts {
        Parts(sums: Array(repeating: 0, count: columns.count), nonzero: Array(repeating: 0, count: columns.count))
    }

    /// Adds a row.
    func add(_ row: Int, to parts: inout Parts) {
        parts.count += 1
        for (index, column) in columns.enumerated() {
            let number = readings.number(row, column)
            if let sum = parts.sums[index], let number {
                parts.sums[index] = sum + number
                if number != 0 { parts.nonzero[index] += 1 }
            } else {
                parts.sums[index] = nil
            }
        }
    }

    func parts(_ rows: some Sequence<Int>) -> Parts {
        var parts = noParts
        for row in rows { add(row, to: &parts) }
        return parts
    }

    /// In how many columns the total is the sum of the parts, and in how many it could be.
    func agreement(_ total: Int, _ parts: Parts, atLeast: Bool = false) -> (holding: Int, usable: Int) {
        var (holding, usable) = (0, 0)
        for (index, column) in columns.enumerated() {
            guard let sum = readings.number(total, column), let found = parts.sums[index],
                sum != 0 || parts.nonzero[index] > 0
            else { continue }
            usable += 1
            if found == sum || (atLeast && found < sum) { holding += 1 }
        }
        return (holding, usable)
    }

    /// Whether it can be no accident: it holds in two columns of three, with enough digits to be unlikely otherwise.
    func isConvincing(_ total: Int, _ parts: Parts) -> Bool {
        guard parts.count >= 2 else { return false }
        var (holding, usable, weight) = (0, 0, 0)
        for (index, column) in columns.enumerated() {
            guard let sum = readings.number(total, column), let found = parts.sums[index],
                sum != 0 || parts.nonzero[index] > 0
            else { continue }
            usable += 1
            guard found == sum else { continue }
            holding += 1
            // A sum of several parts that has as many digits says that much; one of a single part repeats it.
            if parts.nonzero[index] >= 2 { weight += Self.digits(sum) }
        }
        if holding == usable { return weight >= 2 }
        return holding * 3 >= usable * 2 && weight >= 3
    }

    /// Whether a label of a total is accepted: the sum is right in one column at least, or there is one column and
    /// it is not far off.
    func isPlausible(_ total: Int, _ parts: Parts) -> Bool {
        let (holding, usable) = agreement(total, parts)
        if usable > 1 { return holding > 0 }
        return columns.indices.contains { index in
            guard let sum = readings.number(total, columns[index]), let found = parts.sums[index], sum > 0, found > 0
            else {
                return false
            }
            return abs(found - sum) * 4 <= max(sum, found)
        }
    }

    private static func digits(_ number: Int128) -> Int {
        var (rest, digits) = (number.magnitude / Bounds.one.magnitude, 1)
        while rest >= 10 { (rest, digits) = (rest / 10, digits + 1) }
        return digits
    }
}
