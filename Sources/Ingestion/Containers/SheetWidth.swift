/// The number of columns of a sheet's table, from the start of its text. Workbooks leave out empty cells at the end of a row,
/// but a row of CSV has as many fields as its header.
package struct SheetWidth {
    /// The number of columns; 0 if the sheet begins with empty rows only.
    package let columns: Int
    /// How many of the first rows have three or more values.
    let fullRows: Int

    /// How many rows are looked at; a header further down is not found either.
    private static let rows = 200
    /// A cell beyond so many empty ones does not belong to the table. It would make every row of a sheet as long.
    private static let longestGap = 20

    /// Reads the start of the text.
    package init(head: [UInt8]) {
        let rows = CSVText(head, limit: Self.rows).rows
        fullRows = rows.count { $0.fields.count { !$0.isEmpty } >= 3 }
        columns =
            rows.map { row in
                var (width, gap) = (0, 0)
                for (index, field) in row.fields.enumerated() {
                    gap = field.isEmpty ? gap + 1 : 0
                    if gap > Self.longestGap { break }
                    if !field.isEmpty { width = index + 1 }
                }
                return width
            }.max() ?? 0
    }
}
