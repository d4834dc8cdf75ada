/// A file that is replaced as a whole: a reader has the old one or the new one, and nothing in between. Only one process
/// at a time may replace it.
package enum FileReplacement {
    /// Writes the bytes in place of what is there and brings them to the disk. Throws when that fails; then the file is as it was.
    package static func write(
        _ bytes: [UInt8], to path: String, _ access: FileAccess, flushing: Bool = true
    ) throws(OutputFailure) {
        try replace(path, flushing: flushing) { staged throws(OutputFailure) in
            let file = try OutputFile(staged, access)
            try file.write(bytes)
            try file.finish(flushing: flushing)
        }
    }

    /// Puts what is made at another path of the same folder in place of what is there. Throws what making it throws, and when it
    /// cannot be put in place; then what was there is as it was.
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

    /// Keeps a text for the next run, for the user alone. Losing it costs time and nothing else, so that no failure counts
    /// and the disk is not waited for.
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
