import Synchronization

/// How many bytes of small files may be kept in memory from the first look at a folder until they have been scanned, so that
/// each is opened once.
public final class KeptBytes: Sendable {
    /// A longer file is read block by block: opening it costs little beside reading it.
    public static let longestFile = 1 << 17
    /// All kept files of a run together: 32 MiB. Files beyond that are opened again when they are read.
    public static let usualLimit = 32 << 20

    private let left: Mutex<Int>

    /// A store of at most so many bytes.
    public init(limit: Int = KeptBytes.usualLimit) { left = Mutex(limit) }

    /// Whether a file of the size is to be kept; then its bytes are counted.
    func take(_ size: Int) -> Bool {
        guard size <= Self.longestFile else { return false }
        return left.withLock { left in
            guard size <= left else { return false }
            left -= size
            return true
        }
    }
}
