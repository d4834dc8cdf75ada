import Files
import Reporting

/// The contents: a table of links.
struct ContentsSheet {
    let page: ContentsPage

    func write(to sheet: Worksheet, _ names: inout TableNames) throws(OutputFailure) {
        try ListSheet(
            head: SheetHead(title: page.title, statements: page.statements),
            table: names.name(for: page.name.lowercased()), headings: [page.headings.page, page.headings.title],
            rows: page.entries.map { [$0.page, $0.title] }, widths: [36, 100], linksFirstColumn: true
        ).write(to: sheet)
    }
}
