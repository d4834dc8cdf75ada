import CSV
import Core
import Releases
import Testing

struct QuarantineCSVTests {
    private func text(_ rows: [QuarantinedRow], _ encoding: TextEncoding = .utf8) -> String {
        var csv = QuarantineCSV(extract: "x.csv", sha256: "5ha", encoding: encoding)
        for row in rows { csv.append(row) }
        return String(decoding: csv.drain(), as: UTF8.self)
    }

    @Test func hasARecordForEachRowWithAllItsFaults() {
        let faults = [
            QuarantinedRow.Fault(.invalidDate, column: "date"), QuarantinedRow.Fault(.unknownArea, column: "area"),
        ]
        let text = text([QuarantinedRow(line: 7, faults: faults, bytes: Array("a,\"b\nc\"\r\n".utf8))])
        #expect(
            text == "extract,sha256,line,rule,column,reason,row\r\n"
                + "x.csv,5ha,7,invalid-date,date,date: \(FindingRule.invalidDate.explanation); "
                + "area: \(FindingRule.unknownArea.explanation),\"a,\"\"b\nc\"\"\"\r\n")
    }

    @Test func rowsOfSensitiveSourcesAreLeftOut() {
        let text = text([QuarantinedRow(line: 2, faults: [QuarantinedRow.Fault(.wrongLength)], bytes: nil)])
        #expect(text.hasSuffix("2,wrong-length,,\(FindingRule.wrongLength.explanation),\r\n"))
    }

    @Test func rowsAreReadInTheExtractsEncoding() {
        let row = QuarantinedRow(line: 2, faults: [QuarantinedRow.Fault(.wrongLength)], bytes: [0x80, 0x35, 0x0A])
        #expect(text([row], .windows1252).hasSuffix(",€5\r\n"))
    }

    @Test func aRowThatBeginsLikeAFormulaIsNone() {
        let row = QuarantinedRow(
            line: 2, faults: [QuarantinedRow.Fault(.wrongLength)], bytes: Array("=cmd|' /C calc'!A0".utf8))
        #expect(text([row]).hasSuffix(",'=cmd|' /C calc'!A0\r\n"))
    }
}
