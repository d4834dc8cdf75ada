/// Typing errors: one wrong digit, two neighbouring digits swapped, one digit lost or added, or the wrong sign.
enum Slip {
    /// Whether the printed number is likely to be a typing error for the other. Numbers of one or two digits do not
    /// count: they are close to too many others.
    static func isLikely(_ printed: Double, for targetDirection: Double, unit: Double) -> Bool {
        if printed == -targetDirection { return true }
        guard let a = digits(printed, unit), let b = digits(targetDirection, unit),
            (printed < 0) == (targetDirection < 0)
        else {
            return false
        }
        guard max(a.count, b.count) >= 3 else { return false }
        if a.count == b.count {
            let places = a.indices.filter { a[$0] != b[$0] }
            if places.count == 1 { return true }
            return places.count == 2 && places[1] == places[0] + 1 && a[places[0]] == b[places[1]]
                && a[places[1]] == b[places[0]]
        }
        let (long, short) = a.count > b.count ? (a, b) : (b, a)
        guard long.count == short.count + 1, short.count >= 3 else { return false }
        return long.indices.contains { place in
            var rest = long
            rest.remove(at: place)
            return rest == short
        }
    }

    private static func digits(_ number: Double, _ unit: Double) -> [Character]? {
        let steps = (abs(number) / min(unit, 1)).rounded()
        return steps < 1e15 ? Array(String(Int64(steps))) : nil
    }
}
