/// A CSV file of a release, with a description of its contents.
package protocol DescribedCSV: Sendable {
    /// The name of the file.
    var file: String { get }
    /// The title, for people.
    var title: String { get }
    /// The columns, in order.
    var columns: [DataColumn] { get }
    /// The columns that identify a row, when there are any.
    var key: [String] { get }
    /// The texts of cells without a value. An empty cell in a column of words may still have a meaning.
    var missingValues: [String] { get }
    /// The file's bytes.
    var bytes: [UInt8] { get }
}

extension DescribedCSV {
    package var missingValues: [String] { [""] }

    /// The columns' names, as the file's first record.
    package var header: [String] { columns.map(\.name) }
}
