/// A CSV of a release that can say what it holds.
package protocol DescribedCSV: Sendable {
    /// The name of its file.
    var file: String { get }
    /// What it is, for people.
    var title: String { get }
    /// Its columns in their order.
    var columns: [DataColumn] { get }
    /// The columns that identify a row, when there are any.
    var key: [String] { get }
    /// What stands in a cell without a value. A column of words may be empty and yet say something.
    var missingValues: [String] { get }
    /// The file's bytes.
    var bytes: [UInt8] { get }
}

extension DescribedCSV {
    package var missingValues: [String] { [""] }

    /// The columns' names, as the file's first record.
    package var header: [String] { columns.map(\.name) }
}
