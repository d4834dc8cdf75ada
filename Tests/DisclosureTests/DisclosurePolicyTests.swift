import Disclosure
import Testing

@Suite("Disclosure policies")
struct DisclosurePolicyTests {
    @Test("A threshold is part of the policy") func equal() {
        #expect(DisclosurePolicy.suppressBelow(5) != .suppressBelow(10))
    }
}
