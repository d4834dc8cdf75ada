package import Spreadsheets

/// A table in a workbook or an archive, opened for reading as text.
struct ContainedTable: Sendable {
    /// The identity of the workbook, or that of the file in the archive.
    let identity: FileIdentity
    /// The text: that of the file in the archive, or the sheet as CSV.
    let text: ContainedText
    /// What is known of the sheet; nil for a file in an archive.
    let sheet: SheetFacts?
    /// The plain SHA-256 of the workbook, or of the file in the archive.
    let sha256: String
    let container: OpenedContainer

    /// Throws when the container is no longer as it was when it was opened.
    func checkUnchanged(_ name: String) throws(ExtractError) { try container.checkUnchanged(name) }
}

/// What is known of a sheet besides its text.
package struct SheetFacts: Hashable, Sendable {
    /// The name of the sheet.
    package let name: String
    /// Whether the workbook hides the sheet.
    package let isHidden: Bool
    /// Whether the first rows have at least three rows of three or more values.
    package let isTable: Bool
    /// The number of columns of its table.
    package let columns: Int
    /// What was found while the sheet was read.
    package let summary: SheetSummary

    /// Returns the last row with merged cells; nil when none is below the row.
    package func mergedRow(below row: Int) -> Int? {
        summary.mergesRows(after: row) ? summary.lastMergedRow : nil
    }
}
