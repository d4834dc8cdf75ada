/// The header of an extract, as it stands in the file.
struct HeaderRecord: Sendable {
    /// The names, up to the last that is one.
    var fields: [String]
    /// How many columns without a name follow them.
    var trailingEmptyColumns: Int
    var delimiter: UInt8
    /// The physical line on which it starts, and how many lines there are up to its end.
    var line: Int
    var lines: Int
    /// Its bytes in the file.
    var span: Range<Int>
    /// What stands above it, blank lines left out.
    var titles: [TitleLine]

    /// Offset of the byte after it.
    var end: Int { span.upperBound }
}
