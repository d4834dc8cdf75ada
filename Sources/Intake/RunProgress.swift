/// A progress report of a run.
public enum RunProgress: Sendable {
    /// A chunk of an extract has been read, with the numbers of extracts and bytes read so far and in total.
    case read(file: String, files: Int, ofFiles: Int, bytes: Int, ofBytes: Int)
}
