import Foundation
import Testing

@Suite("The page of codes in the documentation")
struct CodesPageTests {
    private static let path: String = {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return "/\(root)/Sources/shp/shp.docc/Codes.md"
    }()

    @Test("The page is the same as the one made from the sources; `make codes` writes it")
    func page() throws {
        if ProcessInfo.processInfo.environment["SHP_WRITE_CODES"] != nil {
            try CodesPage.text.write(toFile: Self.path, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOfFile: Self.path, encoding: .utf8)
        #expect(kept == CodesPage.text, "the words have changed: run 'make codes' and read the difference")
    }

    @Test("Every table has rows, and each row has as many cells as there are headings")
    func tables() {
        let lines = CodesPage.text.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(lines.count > 200)
        #expect(
            CodesPage.text.split(separator: "\n").filter { $0.hasPrefix("## ") }.count == ReportedFailures.groups(
                .placeholders
            ).count + 7)
    }
}
