import Ledger
import Testing

@Suite("Where the ledger lies")
struct LedgerPathTests {
    @Test("In the state folder") func path() { #expect(LedgerPath.inOutput("Output") == "Output/state/ledger.sqlite") }
}
