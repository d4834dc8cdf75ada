package import SystemPackage

/// Whether a file or a folder may not be read by the user. What cannot be opened for that reason is not missing.
package enum ReadPermission {
    /// Whether the user may not read what is at the path, or not look whether anything is.
    package static func isDenied(_ path: String) -> Bool {
        SystemCall.accessError(path, .readable).map(denies) ?? false
    }

    /// Whether the error code of a system call means that the user may not do that.
    package static func denies(_ error: Errno) -> Bool { error == .permissionDenied || error == .notPermitted }
}
