/// How well rows add up.
struct SumEvidence {
    let readings: Readings
    let columns: [Int]

    /// In how many columns the total is the sum of the parts, and in how many it could be.
    func agreement(_ total: Int, _ parts: [Int], atLeast: Bool = false) -> (holding: Int, usable: Int) {
        var (holding, usable) = (0, 0)
        for column in columns {
            guard let sum = readings.number(total, column) else { continue }
            let numbers = parts.compactMap { readings.number($0, column) }
            guard numbers.count == parts.count, sum != 0 || numbers.contains(where: { $0 != 0 }) else { continue }
            usable += 1
            let parts = numbers.reduce(0, +)
            if parts == sum || (atLeast && parts < sum) { holding += 1 }
        }
        return (holding, usable)
    }

    /// Whether it can be no accident: it holds in two columns of three, with enough digits to be unlikely otherwise.
    func isConvincing(_ total: Int, _ parts: [Int]) -> Bool {
        guard parts.count >= 2 else { return false }
        var (holding, usable, weight) = (0, 0, 0)
        for column in columns {
            guard let sum = readings.number(total, column) else { continue }
            let numbers = parts.compactMap { readings.number($0, column) }
            guard numbers.count == parts.count, sum != 0 || numbers.contains(where: { $0 != 0 }) else { continue }
            usable += 1
            guard numbers.reduce(0, +) == sum else { continue }
            holding += 1
            // A sum of several parts that has as many digits says that much; one of a single part repeats it.
            if numbers.count(where: { $0 != 0 }) >= 2 { weight += Self.digits(sum) }
        }
        if holding == usable { return weight >= 2 }
        return holding * 3 >= usable * 2 && weight >= 3
    }

    /// Whether a label that says so is to be believed: the sum is right in one column at least, or there is one column and
    /// it is not far off.
    func isPlausible(_ total: Int, _ parts: [Int]) -> Bool {
        let (holding, usable) = agreement(total, parts)
        if usable > 1 { return holding > 0 }
        return columns.contains { column in
            guard let sum = readings.number(total, column), sum > 0 else { return false }
            let numbers = parts.compactMap { readings.number($0, column) }
            guard numbers.count == parts.count else { return false }
            let parts = numbers.reduce(0, +)
            return parts > 0 && abs(parts - sum) * 4 <= max(sum, parts)
        }
    }

    private static func digits(_ number: Int128) -> Int { String((number / Bounds.one).magnitude).count }
}
