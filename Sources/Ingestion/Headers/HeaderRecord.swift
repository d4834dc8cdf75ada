/// The header of an extract, as written in the file.
struct HeaderRecord: Sendable {
    /// The names, up to the last one that is not blank.
    var fields: [String]
    /// How many columns without a name follow the names.
    var trailingEmptyColumns: Int
    var delimiter: UInt8
    /// The physical line on which the header starts, and how many lines the file has up to the header's end.
    var line: Int
    var lines: Int
    /// The header's bytes in the file.
    var span: Range<Int>
    /// The lines above the header, without blank lines.
    var titles: [TitleLine]

    /// Offset of the byte after the header.
    var end: Int { span.upperBound }
}
