import Audit
import Testing

@Suite("Printed tables")
struct PrintedTableTests {
    @Test("Equal by name and cells") func equal() {
        #expect(PrintedTable(name: "a", cells: [["1"]]) != PrintedTable(name: "a", cells: [["2"]]))
    }
}
