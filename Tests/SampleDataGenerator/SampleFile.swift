/// One file of the sample landing folder.
public struct SampleFile: Sendable {
    /// The path of the file, relative to the landing folder; folders are separated by `/`.
    public let path: String
    /// The content of the file.
    public let bytes: [UInt8]
    /// The number of rows of data in the file, with and without faults. The header and blank lines are not counted.
    public let rows: Int
}
