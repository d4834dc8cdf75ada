import Files
import SystemPackage

/// A file of an archive, unpacked into a file without a name in memory. It is gone when it is no longer held.
final class UnpackedFile: Sendable {
    /// The longest file that is unpacked, in bytes: larger workbooks than partners send, and less than a server's memory.
    static let longest = 256 << 20

    private let file: FileDescriptor
    /// A path by which this process can open the file.
    var path: String { "/proc/self/fd/\(file.rawValue)" }

    /// Creates an empty file.
    init() throws(Errno) { file = try SystemCall.openUnnamed(in: ["/dev/shm"]) }

    deinit { try? file.close() }

    /// Adds bytes at the end.
    func append(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
        do { try file.writeAll(bytes) } catch { throw Errno(error) }
    }
}
