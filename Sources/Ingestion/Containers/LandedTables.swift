/// The tables in a workbook or an archive.
package enum LandedTables {
    /// Returns the names of the tables: a workbook's sheets, or an archive's files. A sheet of a workbook in an archive is
    /// named `WORKBOOK/SHEET`. `file` is the name of the workbook or archive in messages.
    package static func names(in file: String, path: String) throws(ExtractError) -> [String] {
        try OpenedContainer.open(path, name: file).tables(file)
    }
}
