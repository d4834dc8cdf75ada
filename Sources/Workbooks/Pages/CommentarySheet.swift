import Files
import Reporting

/// What partners say: a comment a row.
struct CommentarySheet {
    let page: CommentaryPage

    func write(to sheet: Worksheet, _ names: inout TableNames) throws(OutputFailure) {
        try ListSheet(
            head: SheetHead(title: page.title, statements: page.statements),
            table: names.name(for: page.name.lowercased()),
            headings: [page.headings.indicator, page.headings.partner, page.headings.text],
            rows: page.comments.map { [$0.indicator, $0.partner, $0.text] }, widths: [36, 30, 72],
            linksFirstColumn: false
        ).write(to: sheet)
    }
}
