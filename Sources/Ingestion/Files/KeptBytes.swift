import Synchronization

/// The limit on bytes of small files that are kept in memory. They are kept from the first look at a folder until they
/// have been scanned, so that each file is opened once.
public final class KeptBytes: Sendable {
    /// The longest file that is kept, in bytes. A longer file is read block by block: opening it costs little compared
    /// with reading it.
    public static let longestFile = 1 << 17
    /// The usual limit for all kept files of a run together: 32 MiB. Files beyond it are opened again when they are
    /// read.
    public static let usualLimit = 32 << 20

    private let left: Mutex<Int>

    /// Creates a limit of `limit` bytes.
    public init(limit: Int = KeptBytes.usualLimit) { left = Mutex(limit) }

    /// Returns whether a file of the size is to be kept; if so, its bytes are counted.
    func take(_ size: Int) -> Bool {
        guard size <= Self.longestFile else { return false }
        return left.withLock { left in
            guard size <= left else { return false }
            left -= size
            return true
        }
    }
}
