import Glibc

/// A file that a command writes at a given path, and that only the user may read.
public enum PrivateFile {
    /// Writes the text to the path with mode 0600, even when there is already a file that others could read. Throws
    /// when the file cannot be created or written.
    public static func write(_ text: String, to path: String) throws(OutputFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, FileAccess.private.fileMode)
        guard descriptor >= 0 else { throw .creating(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .io(path: path, errno: errno) }
        // Only a regular file is given a mode and a length; a terminal or a pipe stays as its owner made it.
        if status.st_mode & S_IFMT == S_IFREG {
            guard fchmod(descriptor, FileAccess.private.fileMode) == 0 else { throw .using(path, errno) }
            guard ftruncate(descriptor, 0) == 0 else { throw .io(path: path, errno: errno) }
        }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let wrote = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if wrote < 0 {
                guard errno == EINTR else { throw .io(path: path, errno: errno) }
            } else {
                rest = rest.dropFirst(wrote)
            }
        }
    }
}
