import Crypto
import Glibc
public import Tabular

/// What tells a version of a file from others without reading it.
public struct FileIdentity: Hashable, Sendable {
    /// Where it lies.
    public let device, inode: UInt64
    /// How long it is.
    public let size: Int
    /// When it was last written to, in nanoseconds since 1970.
    public let modified: Int

    /// An identity from its parts.
    public init(device: UInt64, inode: UInt64, size: Int, modified: Int) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
    }

    init(_ status: stat) {
        self.init(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size),
            modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }
}

/// A file of the landing folder, opened for reading. Landed files are immutable: one that changes while it is
/// read is refused.
public final class LandedFile: Sendable {
    /// The path relative to the landing folder, with `/`; what messages and manifests call it.
    public let name: String
    /// What the file system said of it when it was opened.
    public let identity: FileIdentity
    private let descriptor: Int32

    /// Bytes, when it was opened.
    public var size: Int { identity.size }

    /// Opens the file. Throws `ExtractRefusal` when it is not a readable regular file.
    public init(name: String, path: String) throws(ExtractRefusal) {
        self.name = name
        // A pipe must be told to be none of ours, not waited for.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(file: name, errno: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw .unreadable(file: name, errno: code)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notAFile(file: name)
        }
        identity = FileIdentity(status)
    }

    deinit { close(descriptor) }

    /// Reads up to `count` bytes at the offset; fewer only at the end of the file.
    public func read(at offset: Int, into buffer: UnsafeMutableRawPointer, count: Int) throws(ExtractRefusal) -> Int {
        var done = 0
        while done < count {
            let got = pread(descriptor, buffer + done, count - done, off_t(offset + done))
            if got < 0 {
                if errno == EINTR { continue }
                throw .unreadable(file: name, errno: errno)
            }
            if got == 0 { break }
            done += got
        }
        return done
    }

    /// The bytes of a stretch of the file.
    public func bytes(_ span: ByteSpan) throws(ExtractRefusal) -> [UInt8] {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, Int(span.length)), alignment: 1)
        defer { memory.deallocate() }
        let got = try read(at: Int(span.offset), into: memory, count: Int(span.length))
        return Array(UnsafeRawBufferPointer(start: memory, count: got))
    }

    /// The plain SHA-256 of the whole file, in hexadecimal, as `sha256sum` prints it.
    public func sha256() throws(ExtractRefusal) -> String {
        let capacity = 1 << 18
        let block = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 64)
        defer { block.deallocate() }
        var hash = SHA256()
        var offset = 0
        while true {
            let got = try read(at: offset, into: block, count: capacity)
            if got == 0 { break }
            hash.update(bufferPointer: UnsafeRawBufferPointer(start: block, count: got))
            offset += got
        }
        return hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    /// Throws when the file is no longer as it was when it was opened.
    public func checkUnchanged() throws(ExtractRefusal) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(file: name, errno: errno) }
        guard FileIdentity(status) == identity else { throw .changedWhileRead(file: name) }
    }
}
