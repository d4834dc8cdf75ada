import FoundationEssentials
import Planning
import Testing

/// The errors that `check` reports in a table under `made-of`. Hartlepool is the area E06000001 of the performance
/// definition.
@Suite struct ConstituentTableTests {
    private static let header = "area,code,name,aliases,valid-from,valid-to,lies\n"

    private func errors(_ rows: String...) throws -> [String] {
        let text = Self.header + rows.map { $0 + "\n" }.joined()
        return try DefinitionFixture.errors([
            .init("  lsoas:", "  made-of: Reference/made-of.csv\n  lsoas:"), .init("Reference/made-of.csv", nil, text),
        ])
    }

    @Test("Correct tables have no errors")
    func sound() throws {
        #expect(try errors("E06000001,E07009991,Hartlepool Town,,,2019-03,partly") == [])
        #expect(try errors() == [])
    }

    @Test("An area that the table of areas lacks, and months that are invalid or in the wrong order")
    func places() throws {
        let area = try errors("E06000009,E07009991,Elwick,,,2019-03,partly")
        #expect(area.count == 1 && area[0].hasPrefix("Reference/made-of.csv:2:1: "), "\(area)")
        #expect(area.first?.contains("E06000001") == true, "\(area)")
        let month = try errors("E06000001,E07009991,Elwick,,,March 2019,partly")
        #expect(month.count == 1 && month[0].hasPrefix("Reference/made-of.csv:2:"), "\(month)")
        #expect(month.first?.contains("a month such as 2023-03, or nothing") == true, "\(month)")
        let order = try errors("E06000001,E07009991,Elwick,,2020-04,2019-03,partly")
        #expect(
            order.count == 1 && order[0].contains("'Elwick' ends in 2019-03, before it begins in 2020-04"), "\(order)")
    }

    @Test("An area is not made of itself, nor of another area with figures")
    func itself() throws {
        let itself = try errors("E06000001,E06000001,Hartlepool Town,,,2019-03,partly")
        #expect(itself.count == 1 && itself[0].contains("an area is not made of itself"), "\(itself)")
        #expect(itself.first?.hasPrefix("Reference/made-of.csv:2:1: ") == true)
        let other = try errors("E06000001,E07009991,Middlesbrough,,,2019-03,partly")
        #expect(other.count == 1 && other[0].contains("'E06000002', which has figures of its own"), "\(other)")
    }

    @Test("A code is in the table only once for an area, and is wholly in only one area")
    func overlap() throws {
        let twice = try errors(
            "E06000001,E07009991,Elwick,,,2019-03,partly", "E06000001,E07009991,Elwick,,2018-04,2020-03,partly")
        #expect(twice.count == 1 && twice[0].hasPrefix("Reference/made-of.csv:3:1: "), "\(twice)")
        #expect(twice.first?.contains("write one row, with the first and the last month") == true)
        let shared = try errors(
            "E06000001,E07009991,Elwick,,,2019-03,mostly", "E06000002,E07009991,Elwick,,,2019-03,mostly")
        #expect(
            shared.contains { $0.hasPrefix("Reference/made-of.csv:3:1: ") && $0.contains("write 'partly'") },
            "\(shared)")
    }

    @Test("A former area whose name no LSOA has is reported, with the names that LSOAs have")
    func lookups() throws {
        let unknown = try errors("E06000001,E07009991,Hartlepol,,,2019-03,")
        #expect(unknown.count == 1 && unknown[0].hasPrefix("Reference/made-of.csv:2:"), "\(unknown)")
        #expect(unknown.first?.contains("district in the names of LSOAs") == true, "\(unknown)")
    }

    @Test("An area with an LSOA in another area does not lie wholly in one")
    func elsewhere() throws {
        let lsoas = try String(
            contentsOfFile: DefinitionFixture.root + "/Pipelines/Reference/cleveland-lsoa-2011.csv", encoding: .utf8)
        #expect(lsoas.contains("name"))
        let rows = "lsoa,name,area\nE01090001,Elwick 001A,E06000001\nE01090002,Elwick 001B,E06000002\n"
        func errors(_ lies: String) throws -> [String] {
            try DefinitionFixture.errors([
                .init("  lsoas:", "  made-of: Reference/made-of.csv\n  lsoas:"),
                .init("Reference/made-of.csv", nil, Self.header + "E06000001,E07009991,Elwick,,,2019-03,\(lies)\n"),
                .init("Reference/cleveland-lsoa-2021.csv", nil, rows),
            ])
        }
        let wholly = try errors("wholly")
        #expect(wholly.count == 1 && wholly[0].contains("'Elwick 001B' lies in 'E06000002'"), "\(wholly)")
        #expect(try errors("mostly") == [])
    }
}
