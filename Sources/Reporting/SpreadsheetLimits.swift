/// The limits of a workbook. Excel measures text in UTF-16 units; an emoji has two or more.
public enum SpreadsheetLimits {
    /// The maximum length of the text in a cell.
    public static let maxCellUnits = 32_767
    /// The maximum length of a column heading in a marked-up table.
    public static let maxHeadingUnits = 255
    /// The maximum number of columns and of rows in a sheet.
    public static let maxColumns = 16_384
    public static let maxRows = 1_048_576
    /// How many rows of a sheet are reserved above the rows of a table, for the title, the statements and the headings.
    public static let rowsAboveTable = 8
}
