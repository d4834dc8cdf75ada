import Testing
import Workbooks

struct TableNamesTests {
    @Test(arguments: [
        ("recorded-crime-force", "recorded_crime_force"), ("2019-crime", "table_2019_crime"), ("Q1", "table_Q1"),
        ("R1C1", "table_R1C1"), ("c", "table_c"), ("", "table_"), ("Größe", "Gr__e"),
    ])
    func areWhatSpreadsheetsTake(identifier: String, name: String) {
        var names = TableNames()
        #expect(names.name(for: identifier) == name)
    }

    @Test func areUniqueWhateverTheirCase() {
        var names = TableNames()
        #expect(["notes", "Notes", "notes"].map { names.name(for: $0) } == ["notes", "Notes_2", "notes_3"])
    }
}
