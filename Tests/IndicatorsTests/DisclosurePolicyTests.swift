import Core
import Indicators
import Testing

@Suite("Disclosure policies")
struct DisclosurePolicyTests {
    @Test("Small counts are withheld below the threshold, and zero only when the policy says so")
    func withholds() {
        let counts = (0...6).map { Rational($0) }
        #expect(counts.filter(DisclosurePolicy.usual.withholds) == counts[1...4].map(\.self))
        #expect(
            counts.filter(DisclosurePolicy.suppressBelow(3, zeroToo: true).withholds) == counts[0...2].map(\.self))
        #expect(counts.filter(DisclosurePolicy.none.withholds) == [])
    }

    @Test("The number of values that must remain possible is the number that the policy itself leaves")
    func leastPossible() {
        #expect(DisclosurePolicy.usual.leastPossible == 4)
        #expect(DisclosurePolicy.suppressBelow(5, zeroToo: true).leastPossible == 5)
        #expect(DisclosurePolicy.suppressBelow(2).leastPossible == 2)
        #expect(DisclosurePolicy.none.leastPossible == nil)
    }

    @Test("When one count has two policies, the stricter policy applies")
    func stricter() {
        let strict = DisclosurePolicy.suppressBelow(10)
        #expect(strict.stricter(.usual) == strict)
        #expect(DisclosurePolicy.none.stricter(.usual) == .usual)
        #expect(DisclosurePolicy.usual.stricter(.none) == .usual)
        #expect(
            DisclosurePolicy.usual.stricter(.suppressBelow(3, zeroToo: true)) == .suppressBelow(5, zeroToo: true))
    }
}
