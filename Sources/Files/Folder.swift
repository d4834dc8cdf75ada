import CSyncFS
import Glibc

/// Folders of the output, by path.
package enum Folder {
    /// Creates the folder, and the missing folders above it.
    package static func make(_ path: String, _ access: FileAccess) throws(OutputFailure) {
        if mkdir(path, access.folderMode) == 0 { return }
        let code = errno
        if code == EEXIST || code == EISDIR {
            guard exists(path) else { throw .creating(path, ENOTDIR) }
            return
        }
        guard code == ENOENT, let parent = parent(of: path) else { throw .creating(path, code) }
        try make(parent, access)
        guard mkdir(path, access.folderMode) == 0 || errno == EEXIST else { throw .creating(path, errno) }
    }

    /// Returns whether there is a folder, or a link to one, at the path.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Returns the names in the folder, in order.
    package static func names(in path: String) throws(OutputFailure) -> [String] {
        guard let stream = opendir(path) else { throw .using(path, errno) }
        defer { closedir(stream) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw .using(path, errno) }
        return names.sorted()
    }

    /// Removes the file, the link or the folder with everything in it. Links are not followed.
    package static func remove(_ path: String) throws(OutputFailure) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw .using(path, errno)
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            for name in try names(in: path) { try remove(path + "/" + name) }
            guard rmdir(path) == 0 else { throw .using(path, errno) }
        } else {
            guard unlink(path) == 0 else { throw .using(path, errno) }
        }
    }

    /// Flushes the folder's entries to the disk.
    package static func synchronise(_ path: String) throws(OutputFailure) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .using(path, errno) }
        defer { close(descriptor) }
        // Some network file systems cannot flush a folder, and report EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .io(path: path, errno: errno) }
    }

    /// Flushes everything that was written to the folder's file system to the disk. For hundreds of small files, that
    /// is one wait instead of hundreds.
    package static func synchroniseFileSystem(of path: String) throws(OutputFailure) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .using(path, errno) }
        defer { close(descriptor) }
        guard syncfs(descriptor) == 0 else { throw .io(path: path, errno: errno) }
    }

    private static func parent(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
        return String(path[..<slash])
    }
}
