import SystemPackage

/// A new file that is being written. It is complete only when `finish(flushing:)` has returned.
package final class OutputFile {
    private let path: String
    private var descriptor: FileDescriptor

    /// Creates the file, which must not exist yet.
    package init(_ path: String, _ access: FileAccess) throws(OutputFailure) {
        self.path = path
        descriptor = try OutputFailure.creating(path) {
            try SystemCall.open(path, .writeOnly, [.create, .exclusiveCreate], access.filePermissions)
        }
    }

    deinit { if descriptor != Self.closed { try? descriptor.close() } }

    /// Appends the bytes.
    package func write(_ bytes: [UInt8]) throws(OutputFailure) {
        try OutputFailure.transferring(path) { try descriptor.writeAll(bytes) }
    }

    /// Flushes the bytes to the disk and closes the file; a full disk may be reported only here. The file need not be
    /// flushed by itself when the folder's file system is flushed as a whole afterwards.
    package func finish(flushing: Bool = true) throws(OutputFailure) {
        let open = descriptor
        descriptor = Self.closed
        try OutputFailure.transferring(path) {
            try open.closeAfter { if flushing { try SystemCall.flush(open) } }
        }
    }

    /// Flushes a file of another library to the disk.
    package static func synchronise(_ path: String) throws(OutputFailure) {
        let file = try OutputFailure.using(path) { try SystemCall.open(path, .readOnly) }
        defer { try? file.close() }
        try OutputFailure.transferring(path) { try SystemCall.flush(file) }
    }

    private static let closed = FileDescriptor(rawValue: -1)
}
