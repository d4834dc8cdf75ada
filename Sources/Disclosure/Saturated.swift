/// Sums that stop at the largest number. A sum that stopped is above every limit that numbers are compared with, and no exact
/// reasoning is done with it.
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
