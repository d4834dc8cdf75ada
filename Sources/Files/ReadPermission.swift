import Glibc

/// Whether a file or a folder may not be read by the user. What cannot be opened for that reason is not missing.
package enum ReadPermission {
    /// Whether the user may not read what is at the path, or not look whether anything is.
    package static func isDenied(_ path: String) -> Bool {
        access(path, R_OK) != 0 && denies(errno)
    }

    /// Whether the error code of a system call means that the user may not do that.
    package static func denies(_ code: Int32) -> Bool { code == EACCES || code == EPERM }
}
