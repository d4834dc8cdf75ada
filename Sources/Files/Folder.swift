import SystemPackage

/// Folders of the output, by path.
package enum Folder {
    /// Creates the folder, and the missing folders above it.
    package static func make(_ path: String, _ access: FileAccess) throws(OutputFailure) {
        do throws(Errno) {
            try SystemCall.makeFolder(path, access.folderPermissions)
        } catch .fileExists, .isDirectory {
            guard exists(path) else { throw .creating(path, .notDirectory) }
        } catch {
            guard error == .noSuchFileOrDirectory, let parent = parent(of: path) else { throw .creating(path, error) }
            try make(parent, access)
            do throws(Errno) { try SystemCall.makeFolder(path, access.folderPermissions) } catch {
                // Another run may have made the folder meanwhile.
                if error != .fileExists { throw .creating(path, error) }
            }
        }
    }

    /// Returns whether there is a folder, or a link to one, at the path.
    package static func exists(_ path: String) -> Bool { (try? SystemCall.status(path))?.type == .directory }

    /// Returns the names in the folder, in order.
    package static func names(in path: String) throws(OutputFailure) -> [String] {
        let entries = try OutputFailure.using(path) { try SystemCall.entries(of: path) }
        return entries.map { String(decoding: $0.name, as: UTF8.self) }.sorted()
    }

    /// Removes the file, the link or the folder with everything in it. Links are not followed.
    package static func remove(_ path: String) throws(OutputFailure) {
        let status: Stat
        do throws(Errno) { status = try SystemCall.status(path, followingLink: false) } catch {
            if error == .noSuchFileOrDirectory { return }
            throw .using(path, error)
        }
        if status.type == .directory {
            for name in try names(in: path) { try remove(path + "/" + name) }
            try OutputFailure.using(path) { try SystemCall.removeFolder(path) }
        } else {
            try OutputFailure.using(path) { try SystemCall.removeFile(path) }
        }
    }

    /// Flushes the folder's entries to the disk.
    package static func synchronise(_ path: String) throws(OutputFailure) {
        let folder = try open(path)
        defer { try? folder.close() }
        do throws(Errno) { try SystemCall.flush(folder) } catch {
            // Some network file systems cannot flush a folder, and report this error.
            if error != .invalidArgument { throw .io(path: path, errno: error) }
        }
    }

    /// Flushes everything that was written to the folder's file system to the disk. For hundreds of small files, that
    /// is one wait instead of hundreds.
    package static func synchroniseFileSystem(of path: String) throws(OutputFailure) {
        let folder = try open(path)
        defer { try? folder.close() }
        try OutputFailure.transferring(path) { try SystemCall.flushFileSystem(of: folder) }
    }

    private static func open(_ path: String) throws(OutputFailure) -> FileDescriptor {
        try OutputFailure.using(path) { try SystemCall.open(path, .readOnly, .directory) }
    }

    private static func parent(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
        return String(path[..<slash])
    }
}
