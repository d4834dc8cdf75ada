public import Core

/// What the reader decided about a file, and what it found in addition to rows.
public struct ExtractReading: Hashable, Sendable {
    /// The encoding of the values, and of the bytes that spans of the file refer to.
    public var encoding: TextEncoding
    /// The encoding of the file itself.
    public var fileEncoding: FileEncoding
    /// How the encoding was decided: `bom`, `valid` (it is valid UTF-8) or `schema`.
    public var encodingDecidedBy: String
    /// The byte between fields.
    public var delimiter: UInt8
    /// Physical line of the header.
    public var headerLine: Int
    /// The lines above the header, without blank lines.
    public var titles: [TitleLine]
    /// Columns that are not in the schema.
    public var unknownColumns: [HeaderName]
    /// Columns without a name after the last named one.
    public var trailingEmptyColumns: Int
    /// Rows that are longer than the header only by empty fields.
    public var paddedRows: Int
    /// Blank lines.
    public var blankLines: Int
    /// Whether the last line ends with a line break.
    public var endsWithLineBreak: Bool
}
