import Files
import Formats
import Releases

/// A folder that appears whole or not at all: it is filled beside its place, on the same file system, and renamed.
/// Only the holder of the output's lock may have one.
final class StagedFolder: FormatFolder {
    /// How the folder was moved into place.
    enum Settlement {
        /// It was not there and now is.
        case created
        /// It was there with the same bytes, and was left alone.
        case unchanged
    }

    /// Where the files are written.
    let path: String
    /// A folder beside it for what libraries need for the moment; nothing in it is part of the release.
    let scratch: String
    private let parent: String
    private let access: FileAccess
    /// The names of its files, in the order in which they were begun.
    private(set) var files: [String] = []
    private var folders: Set<String> = []
    /// What has been hashed: a file that was written is never written to again.
    private var hashed: [String: Manifest.Output] = [:]

    /// Starts to fill a folder that is named when it is put in its place. Remains of killed runs are removed first.
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

    /// The path at which to write the file of that name, which may stand in a folder of its own.
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

    /// Writes a whole file.
    func write(_ bytes: [UInt8], to file: String) throws(OutputFailure) {
        let output = try OutputFile(reserve(file), access)
        try output.write(bytes)
        try output.finish()
    }

    /// What has been written so far, by name.
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

    /// What has been written so far, to be looked up by name.
    func contentsByName() throws(OutputFailure) -> [String: Manifest.Output] {
        Dictionary(try contents().map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Puts the folder in its place, under its name. One that is there already is compared and never touched.
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

    /// Puts the folder in its place, under its name. Of one that is there already, files that are missing, other or not among
    /// these are brought up to date: it is for the state, of which nothing is sealed.
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

    /// Removes what the folder in the place has beside these files.
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

    /// Removes what was written; a failure to do so must not hide the one that led here.
    func discard() {
        for left in [path, scratch] { try? Folder.remove(left) }
    }

    private func isEqual(_ file: String, in place: String) throws(OutputFailure) -> Bool {
        guard SystemCall.accessError(place + "/" + file, .present) == nil else { return false }
        return try FileBlocks.equal(path + "/" + file, place + "/" + file)
    }

    /// Names that begin like this are a run's own.
    static let prefix = OutputLayout.Name.staging
}
