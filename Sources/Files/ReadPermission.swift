package import SystemPackage

/// Checks whether the user lacks permission to read a file or folder. A file that cannot be opened for that reason is
/// not missing.
package enum ReadPermission {
    /// Returns whether the user lacks permission to read what is at the path, or to see whether anything is there.
    package static func isDenied(_ path: String) -> Bool {
        SystemCall.accessError(path, .readable).map(denies) ?? false
    }

    /// Returns whether the error code of a system call means that the user lacks permission.
    package static func denies(_ error: Errno) -> Bool { error == .permissionDenied || error == .notPermitted }
}
