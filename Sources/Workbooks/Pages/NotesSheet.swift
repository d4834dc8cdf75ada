import Files
import Reporting

/// The notes: a table of marks and their meanings.
struct NotesSheet {
    let page: NotesPage

    func write(to sheet: Worksheet, _ names: inout TableNames) throws(OutputFailure) {
        try ListSheet(
            head: SheetHead(title: page.title, statements: page.statements),
            table: names.name(for: page.name.lowercased()),
            headings: [page.headings.mark, page.headings.meaning, page.headings.pages],
            rows: page.entries.map { [$0.mark, $0.meaning, $0.pages.joined(separator: "; ")] },
            widths: [22, 80, 34], linksFirstColumn: false
        ).write(to: sheet)
    }
}
