import CSV
import Core
import Indicators
import Testing

struct TableCSVTests {
    private func figure(_ row: String, _ value: FigureValue, _ unit: FigureUnit, decimals: Int = 0) -> Figure {
        Figure(
            table: "t", section: "s", row: row, area: "A", measure: .value, period: "2019-20-Q1", value: value,
            unit: unit, decimals: decimals)
    }

    private func table(section: String? = nil, _ rows: [(String, [Figure])]) -> FigureTable {
        FigureTable(
            id: "t", title: "T", sectionHeading: section, rowHeading: "Row",
            columns: (rows.first?.1 ?? []).indices.map { FigureTable.Column(heading: "C\($0)", measure: .value) },
            rows: rows.map { FigureTable.Row(section: "s", label: $0.0, depth: 0, isTotal: false, figures: $0.1) },
            source: "", notes: [])
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    @Test func valuesArePlainAndStatusesBesideThem() throws {
        let third = try #require(Rational(-10_000, over: 3))
        let bytes = TableCSV(
            table(
                section: "Section",
                [
                    ("a", [figure("a", .number(third), .percent, decimals: 1)]),
                    ("b", [figure("b", .missing(.changeFromZero), .percent, decimals: 1)]),
                ])
        ).bytes
        #expect(
            lines(bytes) == [
                "Section,Row,C0,C0 status", "s,a,-3333.333333,", "s,b,,change-from-zero", "",
            ])
    }

    @Test func unitsStandBesideValuesWhereTheyDiffer() {
        let one = FigureValue.number(Rational(1))
        let bytes = TableCSV(
            table([
                ("a", [figure("a", one, .count("crimes")), figure("a", one, .count("crimes"))]),
                ("b", [figure("b", one, .percent), figure("b", one, .count("crimes"))]),
            ])
        ).bytes
        #expect(
            lines(bytes) == [
                "Row,C0,C0 status,C0 unit,C1,C1 status", "a,1,,crimes,1,", "b,1,,percent,1,", "",
            ])
    }

    @Test(arguments: [
        (Target.Aim.number(Rational(1000)), true, "1000", ""),
        (.percentage(Rational(12)), false, "12", "to-be-confirmed"),
        (.relative(Rational(3)), false, "3% increase", "to-be-confirmed"), (.reduce, true, "Reduce", ""),
    ])
    func targetsAreNumbersOrWords(aim: Target.Aim, isConfirmed: Bool, value: String, status: String) {
        let target = figure("a", .target(Target(aim: aim, isConfirmed: isConfirmed)), .words)
        #expect(lines(TableCSV(table([("a", [target])])).bytes)[1] == "a,\(value),\(status)")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+44", "'+44"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
        ("\0x", "'\0x"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), (" a", "\" a\""),
        ("a=1", "a=1"), ("–", "–"), ("'", "'"),
    ])
    func wordsAreQuotedAndNeverFormulas(label: String, field: String) {
        let bytes = TableCSV(table([(label, [figure(label, .number(Rational(-1)), .percent)])])).bytes
        #expect(Array("Row,C0,C0 status\r\n\(field),-1,\r\n".utf8) == bytes)
    }

    @Test func figuresAreTidy() throws {
        let number = try #require(Rational(-51, over: 10))
        let bytes = FiguresCSV([
            table([("a", [figure("a", .number(number), .percent, decimals: 1)])]),
            table([("b", [figure("b", .missing(.partner("=Waiting, still")), .count("crimes"))])]),
            table([("c", [figure("c", .target(Target(aim: .relative(Rational(3)), isConfirmed: false)), .words)])]),
        ]).bytes
        #expect(
            lines(bytes) == [
                "table,section,row,area,measure,period,value,display,unit,status,rows_at_fault,subject,area_code",
                "t,s,a,A,value,2019-20-Q1,-5.1,-5.1%,percent,,,,",
                "t,s,b,A,value,2019-20-Q1,,\"'=Waiting, still\",crimes,\"'=waiting,-still\",,,",
                "t,s,c,A,value,2019-20-Q1,,3% increase (TBC),words,to-be-confirmed,,,", "",
            ])
    }
}
