import Files
import FoundationEssentials
import Glibc
import Ingestion
package import Records

/// What lies in a landing folder: the names of its files, relative to it, in the order of their bytes.
package struct LandingFolder {
    /// The folder's path.
    package let path: String
    /// Every file and every other entry that is no folder, at any depth. Hidden names are not looked at.
    package let files: [String]
    /// Every folder below it.
    let folders: [String]

    /// What lies there and cannot be read by any name: see `LandingNames`.
    let extractErrors: [ExtractError]
    /// The files that have been looked at.
    private var looked: [String: Look] = [:]

    private struct Look {
        /// The file as it was then; or why it cannot be opened.
        let landed: Result<LandedFile, ExtractError>
        let claim: Result<ExtractClaims.Claim, ExtractError>
    }

    /// Nil when there is no such folder or it cannot be read.
    package init?(_ path: String) {
        self.path = path
        guard DefinitionFolder.isFolder(path), var names = LandingNames(path) else { return nil }
        guard names.readAll() else { return nil }
        files = Self.sorted(names.files)
        folders = Self.sorted(names.folders)
        extractErrors = names.extractErrors.sorted { $0.file < $1.file }
    }

    /// The names in the order of their bytes. Where all are ASCII that is how texts compare by themselves, which is faster.
    private static func sorted(_ names: [String]) -> [String] {
        names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
            ? names.sorted() : names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The folder. Throws a `RunFailure` when it is missing, or when it may not be read, as a whole or in a
    /// folder below it; or when links or names in it cannot be used.
    package static func open(_ path: String) throws(RunFailure) -> LandingFolder {
        if let folder = LandingFolder(path) {
            guard folder.extractErrors.isEmpty else { throw .refused(folder.extractErrors) }
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

    private init(
        path: String, files: [String], folders: [String], looked: [String: Look]
    ) {
        self.path = path
        self.files = files
        self.folders = folders
        self.looked = looked
        extractErrors = []
    }

    /// The folder less the files of these names.
    package func without(_ names: Set<String>) -> LandingFolder {
        guard !names.isEmpty else { return self }
        return LandingFolder(
            path: path, files: files.filter { !names.contains($0) }, folders: folders, looked: looked)
    }

    /// The folder with every file looked at, on so many threads: which of the plan's sources takes it, and when it is small
    /// and not `known`, its SHA-256. All that is learnt of a small file is learnt from one opening. As many small ones as
    /// `KeptBytes` allows stay in memory.
    package func lookedAt(threads: Int, for plan: PipelinePlan, known: KnownFiles) async -> LandingFolder {
        let kept = KeptBytes()
        let claims = ExtractClaims(plan: plan, folder: self)
        let looks = await Shares(threads: threads).map(files) { name in
            let landed = Result { () throws(ExtractError) in
                try LandedFile(name: name, path: path(of: name), keepingIn: kept)
            }
            let look = Look(landed: landed, claim: claims.claim(name, landed))
            if case .success(let file) = landed {
                if file.isInMemory, known[file.identity] == nil { _ = try? file.sha256() }
                file.forgetBytes()
            }
            return look
        }
        var folder = self
        folder.looked = Dictionary(zip(files, looks), uniquingKeysWith: { first, _ in first })
        return folder
    }

    /// The file as it was when it was looked at; opened now when it was not. A failure when it cannot be opened.
    func landed(_ file: String) -> Result<LandedFile, ExtractError> {
        if let look = looked[file] { return look.landed }
        return Result { () throws(ExtractError) in try LandedFile(name: file, path: path(of: file)) }
    }

    /// Which source takes the file, when it has been looked at.
    func claim(_ file: String) -> Result<ExtractClaims.Claim, ExtractError>? { looked[file]?.claim }

    /// The path of a file as the system takes it.
    package func path(of file: String) -> String { path + "/" + file }
}
