/// One file of the sample landing folder.
public struct SampleFile: Sendable {
    /// Where the file goes, relative to the landing folder; folders are separated by `/`.
    public let path: String
    /// The file, byte for byte.
    public let bytes: [UInt8]
    /// How many rows of data the file has, good and bad: neither its header nor its blank lines.
    public let rows: Int
}
