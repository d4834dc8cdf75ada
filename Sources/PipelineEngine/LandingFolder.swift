import FoundationEssentials
import Glibc
import Ingestion
import Publishing

/// What lies in a landing folder: the names of its files, relative to it, in the order of their bytes.
struct LandingFolder {
    /// The folder's path.
    let path: String
    /// Every file and every other thing that is no folder, at any depth. Hidden names are not looked at.
    let files: [String]
    /// Every folder below it.
    let folders: [String]

    /// What lies there and cannot be read by any name: see `LandingNames`.
    let refusals: [ExtractRefusal]

    /// Nil when there is no such folder or it cannot be read.
    init?(_ path: String) {
        self.path = path
        guard DefinitionFolder.isFolder(path), var names = LandingNames(path) else { return nil }
        guard names.readAll() else { return nil }
        files = names.files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        folders = names.folders.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        refusals = names.refusals.sorted { $0.file < $1.file }
    }

    /// The folder. Throws a `RunFailure` that tells one that is not there from one that may not be read, as a whole or in a
    /// folder below it; or that names the links and names in it that cannot be used.
    static func open(_ path: String) throws(RunFailure) -> LandingFolder {
        if let folder = LandingFolder(path) {
            guard folder.refusals.isEmpty else { throw .refused(folder.refusals) }
            return folder
        }
        if let denied = denied(in: path) { throw .unreadableFolder(denied, errno: EACCES) }
        throw DefinitionFolder.isFolder(path) ? .unreadableFolder(path, errno: EIO) : .noLandingFolder(path)
    }

    /// The first folder, from the path down, that the user may not read.
    private static func denied(in path: String) -> String? {
        if ReadPermission.isDenied(path) { return path }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let folders = names.filter { !$0.hasPrefix(".") }.map { path + "/" + $0 }.filter(DefinitionFolder.isFolder)
        return folders.sorted().lazy.compactMap(denied).first
    }

    private init(path: String, files: [String], folders: [String]) {
        self.path = path
        self.files = files
        self.folders = folders
        refusals = []
    }

    /// The folder less the files of these names.
    func without(_ names: Set<String>) -> LandingFolder {
        LandingFolder(path: path, files: files.filter { !names.contains($0) }, folders: folders)
    }

    /// The path of a file as the system takes it.
    func path(of file: String) -> String { path + "/" + file }
}
