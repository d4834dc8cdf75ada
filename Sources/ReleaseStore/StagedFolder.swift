import Files
import Formats
import Releases

/// A folder that appears complete or not at all: it is filled under a temporary name on the same file system and then
/// renamed. Only the holder of the lock on the output folder may have one.
final class StagedFolder: FormatFolder {
    /// How the folder was moved into place.
    enum Settlement {
        /// The folder did not exist before.
        case created
        /// The folder existed with the same bytes, and was not touched.
        case unchanged
    }

    /// Where the files are written.
    let path: String
    /// A folder for temporary files of libraries; nothing in it is part of the release.
    let scratch: String
    private let parent: String
    private let access: FileAccess
    /// The names of the files, in the order in which they were begun.
    private(set) var files: [String] = []
    private var folders: Set<String> = []
    /// The files that have been hashed already: a finished file is never written to again.
    private var hashed: [String: Manifest.Output] = [:]

    /// Creates a folder that gets its name when it is moved into place. Leftovers of killed runs are removed first.
    init(in parent: String, _ access: FileAccess) throws(OutputFailure) {
        try Folder.make(parent, access)
        for leftOver in try Folder.names(in: parent) where leftOver.hasPrefix(Self.prefix) {
            try Folder.remove(parent + "/" + leftOver)
        }
        self.parent = parent
        self.access = access
        path = parent + "/" + Self.prefix + "folder"
        scratch = parent + "/" + Self.prefix + "scratch"
        do {
            try Folder.make(path, access)
            try Folder.make(scratch, .private)
        } catch {
            discard()
            throw error
        }
    }

    /// Returns the path at which to write the file of that name, which may include subfolders.
    func reserve(_ file: String) throws(OutputFailure) -> String {
        guard !files.contains(where: { $0.lowercased() == file.lowercased() }) else { throw .unusableName(file) }
        files.append(file)
        for slash in file.indices where file[slash] == "/" {
            let folder = path + "/" + file[..<slash]
            try Folder.make(folder, access)
            folders.insert(folder)
        }
        return path + "/" + file
    }

    /// Writes a complete file.
    func write(_ bytes: [UInt8], to file: String) throws(OutputFailure) {
        let output = try OutputFile(reserve(file), access)
        try output.write(bytes)
        try output.finish()
    }

    /// Returns the files written so far, in the order of their names.
    func contents() throws(OutputFailure) -> [Manifest.Output] {
        var outputs: [Manifest.Output] = []
        for file in files.sorted() {
            if let known = hashed[file] {
                outputs.append(known)
                continue
            }
            let (bytes, sha256) = try ContentHash.file(path + "/" + file)
            let output = Manifest.Output(file: file, bytes: bytes, sha256: sha256)
            hashed[file] = output
            outputs.append(output)
        }
        return outputs
    }

    /// Returns the files written so far, keyed by name.
    func contentsByName() throws(OutputFailure) -> [String: Manifest.Output] {
        Dictionary(try contents().map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Moves the folder into place under its name. A folder that exists there already is compared and never changed.
    func settle(as name: String) throws(OutputFailure) -> Settlement {
        try Folder.remove(scratch)
        let place = parent + "/" + name
        if Folder.exists(place) {
            for file in files where try !isEqual(file, in: place) {
                throw .releaseDiffers(folder: place, file: file)
            }
            try Folder.remove(path)
            return .unchanged
        }
        try move(to: place)
        return .created
    }

    /// Moves the folder into place under its name. If a folder exists there already, its missing and different files
    /// are replaced and its extra files are removed. This is for the state folder, where nothing is sealed.
    func replace(_ name: String) throws(OutputFailure) {
        try Folder.remove(scratch)
        let place = parent + "/" + name
        guard Folder.exists(place) else { return try move(to: place) }
        try removeOthers(in: place)
        for folder in folders.sorted() { try Folder.make(place + folder.dropFirst(path.count), access) }
        for file in files where try !isEqual(file, in: place) {
            try OutputFailure.creating(place + "/" + file) {
                try SystemCall.rename(path + "/" + file, to: place + "/" + file)
            }
        }
        for folder in folders.sorted() + [path] { try Folder.synchronise(place + folder.dropFirst(path.count)) }
        try Folder.remove(path)
    }

    private func move(to place: String) throws(OutputFailure) {
        for folder in folders.sorted() + [path] { try Folder.synchronise(folder) }
        try OutputFailure.creating(place) { try SystemCall.rename(path, to: place) }
        try Folder.synchronise(parent)
    }

    /// Removes the files in the existing folder that are not among these files.
    private func removeOthers(in place: String, below folder: String = "") throws(OutputFailure) {
        for name in try Folder.names(in: place + "/" + folder) {
            let file = folder + name
            if Folder.exists(place + "/" + file), folders.contains(path + "/" + file) {
                try removeOthers(in: place, below: file + "/")
            } else if !files.contains(file) {
                try Folder.remove(place + "/" + file)
            }
        }
    }

    /// Removes what was written. A failure to remove it must not hide the failure that led here.
    func discard() {
        for left in [path, scratch] { try? Folder.remove(left) }
    }

    private func isEqual(_ file: String, in place: String) throws(OutputFailure) -> Bool {
        guard SystemCall.accessError(place + "/" + file, .present) == nil else { return false }
        return try FileBlocks.equal(path + "/" + file, place + "/" + file)
    }

    /// The prefix of the names of a run's temporary folders.
    static let prefix = OutputLayout.Name.staging
}
