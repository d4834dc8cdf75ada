import Core
import Testing

@Suite struct NameIndexTests {
    private static let headers = NameIndex([
        (name: "home_office_code", target: "home_office_code"), (name: "HO Code", target: "home_office_code"),
        (name: "Offence Code", target: "home_office_code"), (name: "date_recorded", target: "date_recorded"),
        (name: "Recorded Date", target: "date_recorded"), (name: "lsoa", target: "lsoa"),
        (name: "local_authority", target: "local_authority"),
    ])

    @Test(
        "A header is matched with its field despite a typing error, or by its words, or not at all",
        arguments: [
            ("HO Cde", ["home_office_code"]), ("HOME-OFFICE_CODE", ["home_office_code"]),
            ("Offence Classification Code", ["home_office_code"]), ("Date Crime Recorded", ["date_recorded"]),
            ("LSOA11", ["lsoa"]), ("Code, Offence", ["home_office_code"]), ("Outcome Code", []), ("Beat", []),
            ("", []), ("Remarks", []),
        ])
    func headers(text: String, fields: [String]) { #expect(Self.headers.nearest(to: text) == fields) }

    @Test("The nearest name comes first, each name is given once, and there are no more names than requested")
    func ranking() {
        let index = NameIndex(["Stockton", "Stocktown", "Stokton", "Stockton on Tees", "Stoktn"])
        #expect(index.nearest(to: "Stockton") == ["Stockton", "Stocktown", "Stokton"])
        #expect(index.nearest(to: "Stocton", limit: 1) == ["Stockton"])
        #expect(index.nearest(to: "Stockton-on-Tees").first == "Stockton on Tees")
        #expect(Self.headers.nearest(to: "Offence Code").count == 1)
    }

    @Test("Two codes that share a number have nothing in common")
    func numbers() {
        #expect(NameIndex(["4.8", "99", "8N"]).nearest(to: "8.99").isEmpty)
        #expect(NameIndex(["28E", "58A"]).nearest(to: "28EE") == ["28E"])
    }

    @Test("Each header is matched with one field, and each field with one header")
    func pairs() {
        let pairs = Self.headers.pairs(of: ["Recorded Dte", "HO Cde", "Date Recordd", "Beat"])
        #expect(pairs.map(\.target).sorted() == ["date_recorded", "home_office_code"])
        #expect(pairs.first { $0.target == "home_office_code" }?.text == "HO Cde")
        #expect(Set(pairs.map(\.text)).count == pairs.count)
    }
}
