import Glibc

/// A new file that is being written. It is complete only when `finish(flushing:)` has returned.
package final class OutputFile {
    private let path: String
    private var descriptor: Int32

    /// Creates the file, which must not exist yet.
    package init(_ path: String, _ access: FileAccess) throws(OutputFailure) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, access.fileMode)
        guard descriptor >= 0 else { throw .creating(path, errno) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Appends the bytes.
    package func write(_ bytes: [UInt8]) throws(OutputFailure) {
        var done = 0
        while done < bytes.count {
            let wrote = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            if wrote < 0 {
                if errno == EINTR { continue }
                throw .io(path: path, errno: errno)
            }
            done += wrote
        }
    }

    /// Flushes the bytes to the disk and closes the file; a full disk may be reported only here. The file need not be
    /// flushed by itself when the folder's file system is flushed as a whole afterwards.
    package func finish(flushing: Bool = true) throws(OutputFailure) {
        let flushed = flushing ? fsync(descriptor) : 0
        let code = errno
        let closed = close(descriptor)
        descriptor = -1
        guard flushed == 0 else { throw .io(path: path, errno: code) }
        guard closed == 0 else { throw .io(path: path, errno: errno) }
    }

    /// Flushes to the disk a file that another library has written.
    package static func synchronise(_ path: String) throws(OutputFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .using(path, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .io(path: path, errno: errno) }
    }
}
