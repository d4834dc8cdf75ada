import SystemPackage

/// A new file under way to the disk. Nothing of it counts until `finish()` has returned.
package final class OutputFile {
    private let path: String
    private var descriptor: FileDescriptor

    /// Makes the file; it must not be there yet.
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

    /// Brings the bytes to the disk and closes the file: a full disk may say so only here. When the folder's file system is
    /// brought to the disk afterwards as a whole, the file need not be on its own.
    package func finish(flushing: Bool = true) throws(OutputFailure) {
        let open = descriptor
        descriptor = Self.closed
        try OutputFailure.transferring(path) {
            try open.closeAfter { if flushing { try SystemCall.flush(open) } }
        }
    }

    /// Brings a file that another library has written to the disk.
    package static func synchronise(_ path: String) throws(OutputFailure) {
        let file = try OutputFailure.using(path) { try SystemCall.open(path, .readOnly) }
        defer { try? file.close() }
        try OutputFailure.transferring(path) { try SystemCall.flush(file) }
    }

    private static let closed = FileDescriptor(rawValue: -1)
}
