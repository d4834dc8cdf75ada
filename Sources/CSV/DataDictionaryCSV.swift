import Files

/// The data dictionary: every column of every CSV file of a release, including the dictionary itself.
package struct DataDictionaryCSV: DescribedCSV {
    private let others: [any DescribedCSV]

    package let file = OutputLayout.Name.dictionary
    package let title = "What every column of every file means"
    package let key = ["file", "column"]

    /// Creates the dictionary of the other files and itself.
    package init(of others: [any DescribedCSV]) { self.others = others }

    package var columns: [DataColumn] {
        let source = "The definition of the pipeline and the program"
        return [
            DataColumn("file", "The file of the release.", source: source),
            DataColumn("column", "The column's header.", source: source),
            DataColumn("meaning", "What the column says about a row.", source: source),
            DataColumn("type", "The type of the column's values, as Table Schema names it.", source: source),
            DataColumn("unit", "What the column's numbers count or measure; empty for words.", source: source),
            DataColumn("source", "Where the column's values come from.", source: source),
        ]
    }

    package var bytes: [UInt8] {
        var text = CSVWriter(header: header)
        for table in others + [self] {
            for column in table.columns {
                text.append([
                    .text(table.file), .text(column.name), .text(column.meaning), .text(column.kind.rawValue),
                    .text(column.unit), .text(column.source),
                ])
            }
        }
        return text.bytes
    }
}
