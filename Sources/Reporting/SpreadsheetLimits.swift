/// What a workbook holds. Excel counts texts in UTF-16 units, of which an emoji has two.
public enum SpreadsheetLimits {
    /// The text of a cell.
    public static let maxCellUnits = 32_767
    /// The heading of a column of a marked-up table.
    public static let maxHeadingUnits = 255
    /// The columns and the rows of a sheet.
    public static let maxColumns = 16_384
    public static let maxRows = 1_048_576
    /// Rows that a sheet keeps above the rows of a table: the title, the statements and the headings.
    public static let rowsAboveTable = 8
}
