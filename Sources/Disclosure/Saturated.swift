/// Sums that stop at the largest number instead of overflowing. Such a sum is above every limit that numbers are
/// compared with, and is never used for exact reasoning.
enum Saturated {
    static func sum(_ one: Int, _ other: Int) -> Int {
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    static func sum(_ numbers: some Sequence<Int>) -> Int { numbers.reduce(0, sum) }

    static func difference(_ one: Int, _ other: Int) -> Int {
        let (difference, overflow) = one.subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }
}
