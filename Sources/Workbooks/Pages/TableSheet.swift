import Files
import Indicators
import Reporting

/// A table of figures.
struct TableSheet {
    let page: TablePage

    func write(to sheet: Worksheet, _ names: inout TableNames) throws(OutputFailure) {
        try SheetLayout(page.table).write(
            names.name(for: page.table.id), under: SheetHead(title: page.title, statements: page.statements),
            to: sheet)
    }
}
