import SystemPackage

/// A file that a command writes at a given path, and that only the user may read.
public enum PrivateFile {
    /// Writes the text to the path with mode 0600, even when there is already a file that others could read. Throws
    /// when the file cannot be created or written.
    public static func write(_ text: String, to path: String) throws(OutputFailure) {
        let permissions = FileAccess.private.filePermissions
        let file = try OutputFailure.creating(path) { try SystemCall.open(path, .writeOnly, .create, permissions) }
        defer { try? file.close() }
        // Only a regular file is given a mode and a length; a terminal or a pipe stays as its owner made it.
        if try OutputFailure.transferring(path, { try file.stat() }).type == .regular {
            try OutputFailure.using(path) { try SystemCall.setPermissions(permissions, of: file) }
            try OutputFailure.transferring(path) { try file.resize(to: 0) }
        }
        try OutputFailure.transferring(path) { try file.writeAll(Array(text.utf8)) }
    }
}
