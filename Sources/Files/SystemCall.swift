import CSyncFS
import Glibc
package import SystemPackage

/// POSIX calls with paths exactly as written, and POSIX calls that swift-system lacks. All of them throw the errors of
/// swift-system. Its `FilePath` would drop a slash at the end of a path, but that slash makes a call follow a link.
package enum SystemCall {
    /// Opens the file or folder. Programs that are started later do not inherit the descriptor.
    package static func open(
        _ path: String, _ mode: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions = [],
        _ permissions: FilePermissions? = nil
    ) throws(Errno) -> FileDescriptor {
        do {
            return try unsafe FileDescriptor.open(
                path, mode, options: options.union(.closeOnExec), permissions: permissions)
        } catch { throw Errno(error) }
    }

    /// Opens a new file without a name, which is gone when it is closed, in the first of the folders that can hold one.
    package static func openUnnamed(in folders: [String]) throws(Errno) -> FileDescriptor {
        var failure = Errno.noSuchFileOrDirectory
        for folder in folders {
            do throws(Errno) {
                return try open(folder, .readWrite, .init(rawValue: withoutName | O_EXCL), .ownerReadWrite)
            } catch { failure = error }
        }
        throw failure
    }

    /// `O_TMPFILE`, a macro that Swift does not import.
    private static let withoutName = O_DIRECTORY | 0o20000000

    /// Returns what the file system knows about the file or folder.
    package static func status(_ path: String, followingLink: Bool = true) throws(Errno) -> Stat {
        try unsafe Stat(path, followTargetSymlink: followingLink)
    }

    /// The access that a path must allow.
    package enum Access {
        /// Only that something is there.
        case present
        case readable
        case executable

        fileprivate var code: Int32 {
            switch self {
            case .present: F_OK
            case .readable: R_OK
            case .executable: X_OK
            }
        }
    }

    /// Returns why the user does not have the access to the path; nil when the user has it.
    package static func accessError(_ path: String, _ access: Access) -> Errno? {
        unsafe Glibc.access(path, access.code) == 0 ? nil : .last
    }

    package static func makeFolder(_ path: String, _ permissions: FilePermissions) throws(Errno) {
        try check(unsafe mkdir(path, permissions.rawValue))
    }

    /// Removes an empty folder.
    package static func removeFolder(_ path: String) throws(Errno) { try check(unsafe rmdir(path)) }

    package static func removeFile(_ path: String) throws(Errno) { try check(unsafe unlink(path)) }

    /// Moves a file or a folder in one step; a file at the new path is replaced.
    package static func rename(_ path: String, to new: String) throws(Errno) {
        try check(unsafe Glibc.rename(path, new))
    }

    package static func setPermissions(_ permissions: FilePermissions, of path: String) throws(Errno) {
        try check(unsafe chmod(path, permissions.rawValue))
    }

    package static func setPermissions(_ permissions: FilePermissions, of file: FileDescriptor) throws(Errno) {
        try check(fchmod(file.rawValue, permissions.rawValue))
    }

    /// Waits until the file's bytes, or the folder's entries, are on the disk.
    package static func flush(_ file: FileDescriptor) throws(Errno) { try check(fsync(file.rawValue)) }

    /// Waits until everything on the file system that holds the file is on the disk.
    package static func flushFileSystem(of file: FileDescriptor) throws(Errno) { try check(syncfs(file.rawValue)) }

    /// Claims disk space for the first `bytes` bytes of the file.
    package static func claim(_ bytes: Int, of file: FileDescriptor) throws(Errno) {
        let code = posix_fallocate(file.rawValue, 0, off_t(bytes))
        guard code == 0 else { throw Errno(rawValue: code) }
    }

    /// Locks the file for this process; throws `wouldBlock` at once when another process holds the lock.
    package static func lock(_ file: FileDescriptor) throws(Errno) {
        try check(flock(file.rawValue, LOCK_EX | LOCK_NB))
    }

    package static func unlock(_ file: FileDescriptor) throws(Errno) { try check(flock(file.rawValue, LOCK_UN)) }

    private static func check(_ result: Int32) throws(Errno) {
        guard result == 0 else { throw .last }
    }
}

extension Errno {
    /// The error of the system call that has just failed.
    static var last: Errno { Errno(rawValue: errno) }

    /// Creates the error that a call of swift-system has thrown. Such calls throw only `Errno`, but do not declare it.
    package init(_ error: any Error) { self = error as? Errno ?? .ioError }
}

extension Stat {
    /// When the content was last written to, in nanoseconds since 1970.
    package var modified: Int { Self.nanoseconds(st_mtim) }
    /// When the content, the name or the rights last changed, in nanoseconds since 1970.
    package var changed: Int { Self.nanoseconds(st_ctim) }

    private static func nanoseconds(_ time: timespec) -> Int { time.tv_sec * 1_000_000_000 + time.tv_nsec }
}
