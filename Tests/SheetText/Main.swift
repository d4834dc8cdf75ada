import Glibc
import Spreadsheets

// Prints the sheets of a workbook, or the text of one of them. SHEET is a number from 0. `--summary` prints what else the
// sheet holds, and `--head` only the start of the text. `--all` prints the texts of all sheets.

@main
enum SheetTextProgram {
    static func main() {
        do {
            try run(CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") })
        } catch {
            end(65, "\(error)")
        }
    }

    private static func run(_ arguments: [String]) throws {
        guard let path = arguments.first else { end(64, "sheet-text FILE [SHEET] [--summary | --head | --all]") }
        let workbook = try Spreadsheet(path: path)
        if CommandLine.arguments.contains("--all") {
            for sheet in workbook.sheets { _ = try workbook.writeText(of: sheet) { write(1, $0) } }
            return
        }
        guard arguments.count > 1 else {
            for sheet in workbook.sheets { print(sheet.isHidden ? "hidden" : "visible", sheet.name, separator: "\t") }
            return
        }
        guard let number = Int(arguments[1]), workbook.sheets.indices.contains(number) else { end(64, "no such sheet") }
        let sheet = workbook.sheets[number]
        if CommandLine.arguments.contains("--head") {
            return try workbook.head(of: sheet).withUnsafeBytes { write(1, $0) }
        }
        let summary = try workbook.writeText(of: sheet) { write(1, $0) }
        if CommandLine.arguments.contains("--summary") { print(summary) }
    }

    private static func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            guard count > 0 else { exit(74) }
            rest = rest.dropFirst(count)
        }
    }

    private static func end(_ status: Int32, _ message: String) -> Never {
        Array((message + "\n").utf8).withUnsafeBytes { write(2, $0) }
        exit(status)
    }
}
