import Reporting
import Testing

struct PageNamesTests {
    @Test(arguments: [
        ("recorded-crime-force", "Recorded crime force"),
        ("ASB", "ASB"),
        ("[draft] crime: 2019/20 *?\\", "Draft crime 2019 20"),
        ("partner's figures", "Partner s figures"),
        ("", "Table"),
        ("///", "Table"),
        ("Einbrüche", "Einbrüche"),
    ])
    func becomeWords(text: String, name: String) {
        var names = PageNames()
        #expect(names.name(for: text) == name)
    }

    @Test func areUniqueWhateverTheirCase() {
        var names = PageNames()
        #expect(["crime", "Crime", "CRIME"].map { names.name(for: $0) } == ["Crime", "Crime 2", "CRIME 3"])
    }

    @Test func areShortAndStillUnique() {
        var names = PageNames()
        let long = "a-table-with-a-name-that-no-spreadsheet-takes"
        let made = (1...12).map { _ in names.name(for: long) }
        #expect(Set(made).count == 12)
        #expect(made.allSatisfy { $0.utf16.count <= PageNames.maxCharacters && $0.last != " " })
        #expect(made[11].hasSuffix(" 12"))
    }

    @Test func excelKeepsOneForItself() {
        var names = PageNames()
        #expect(names.name(for: "history") == "History 2")
    }
}
