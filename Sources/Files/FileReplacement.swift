/// Replaces a file as a whole: a reader sees the old file or the new one, and nothing in between. Only one process at a
/// time may replace a file.
package enum FileReplacement {
    /// Replaces the file with one that holds the bytes, and flushes it to the disk. Throws when that fails; the old
    /// file is then unchanged, unless only flushing the folder failed.
    package static func write(
        _ bytes: [UInt8], to path: String, _ access: FileAccess, flushing: Bool = true
    ) throws(OutputFailure) {
        try replace(path, flushing: flushing) { staged throws(OutputFailure) in
            let file = try OutputFile(staged, access)
            try file.write(bytes)
            try file.finish(flushing: flushing)
        }
    }

    /// Replaces the file or folder at the path with the one that `make` creates at another path in the same folder.
    /// Throws when `make` throws, or when the replacement fails. The old file or folder is then unchanged, unless only
    /// flushing the folder failed.
    package static func replace(
        _ path: String, flushing: Bool = true, making make: (String) throws(OutputFailure) -> Void
    ) throws(OutputFailure) {
        let (folder, name) = parts(of: path)
        let staged = folder + "/" + OutputLayout.Name.staging + name
        try Folder.remove(staged)
        do throws(OutputFailure) {
            try make(staged)
            try OutputFailure.creating(path) { try SystemCall.rename(staged, to: path) }
        } catch {
            try? Folder.remove(staged)
            throw error
        }
        if flushing { try Folder.synchronise(folder) }
    }

    /// Keeps a text for the next run, readable only by the user. Losing it costs only time, so failures are ignored and
    /// the text is not flushed to the disk.
    package static func keep(_ text: String, at path: String) {
        try? Folder.make(parts(of: path).folder, .private)
        try? write(Array(text.utf8), to: path, .private, flushing: false)
    }

    private static func parts(of path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = slash == path.startIndex ? "/" : String(path[..<slash])
        return (folder, String(path[path.index(after: slash)...]))
    }
}
