/// What a run reports while it is under way.
public enum RunProgress: Sendable {
    /// A chunk of an extract has been read: how many extracts have been read, and how many bytes, of how many.
    case read(file: String, files: Int, ofFiles: Int, bytes: Int, ofBytes: Int)
}
