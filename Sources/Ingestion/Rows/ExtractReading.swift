public import Core

/// What the reader decided about a file, and what it found beside rows.
public struct ExtractReading: Hashable, Sendable {
    /// The encoding of the values, and of what spans of the file are read as.
    public var encoding: TextEncoding
    /// The encoding of the file itself.
    public var fileEncoding: FileEncoding
    /// How the encoding was decided: `bom`, `valid` (it is valid UTF-8) or `schema`.
    public var encodingDecidedBy: String
    /// The byte between fields.
    public var delimiter: UInt8
    /// Physical line of the header.
    public var headerLine: Int
    /// What stands above it, blank lines left out.
    public var titles: [TitleLine]
    /// Columns that the schema does not know.
    public var unknownColumns: [HeaderName]
    /// Columns without a name after the last named one.
    public var trailingEmptyColumns: Int
    /// Rows that are longer than the header by empty fields alone.
    public var paddedRows: Int
    /// Lines without anything on them.
    public var blankLines: Int
    /// Whether the last line ends with a line break.
    public var endsWithLineBreak: Bool
}
