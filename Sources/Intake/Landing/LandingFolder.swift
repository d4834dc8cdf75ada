import Files
import FoundationEssentials
import Ingestion
package import Records
import SystemPackage

/// The contents of a landing folder: the names of its files, relative to the folder, in the order of their bytes.
package struct LandingFolder {
    /// The folder's path.
    package let path: String
    /// Every file, and every other entry that is not a folder, at any depth. Hidden names are skipped.
    package let files: [String]
    /// Every folder below the landing folder.
    let folders: [String]

    /// The errors of names and links that cannot be used: see `LandingNames`.
    let extractErrors: [ExtractError]
    /// The files that have been opened, by name.
    private var looked: [String: Look] = [:]
    /// The workbooks and archives that cannot be read, with the reasons.
    private var failures: [String: ExtractError] = [:]

    private struct Look {
        /// The file as it was when it was opened, or why it cannot be opened.
        let landed: Result<LandedFile, ExtractError>
        let claim: Result<ExtractClaims.Claim, ExtractError>
    }

    /// Nil if the folder does not exist or cannot be read.
    package init?(_ path: String) {
        self.path = path
        guard Folder.exists(path), var names = LandingNames(path) else { return nil }
        guard names.readAll() else { return nil }
        files = Self.sorted(names.files)
        folders = Self.sorted(names.folders)
        extractErrors = names.extractErrors.sorted { $0.file < $1.file }
    }

    /// Returns the names in the order of their bytes. If all are ASCII, strings compare in this order by themselves,
    /// which is faster.
    private static func sorted(_ names: [String]) -> [String] {
        names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
            ? names.sorted() : names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Opens the folder. Throws a `RunFailure` if the folder is missing, or if it or a folder below it cannot be read.
    /// Links or names that cannot be used are a failure too.
    package static func open(_ path: String) throws(RunFailure) -> LandingFolder {
        if let folder = LandingFolder(path) {
            guard folder.extractErrors.isEmpty else { throw .refused(folder.extractErrors) }
            return folder
        }
        if let denied = denied(in: path) { throw .unreadableFolder(denied, errno: .permissionDenied) }
        throw Folder.exists(path) ? .unreadableFolder(path, errno: .ioError) : .noLandingFolder(path)
    }

    /// Returns the first folder, from the path down, that the user has no permission to read.
    private static func denied(in path: String) -> String? {
        if ReadPermission.isDenied(path) { return path }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let folders = names.filter { !$0.hasPrefix(".") }.map { path + "/" + $0 }.filter(Folder.exists)
        return folders.sorted().lazy.compactMap(denied).first
    }

    private init(_ folder: LandingFolder, files: [String], failures: [String: ExtractError]) {
        path = folder.path
        self.files = files
        folders = folder.folders
        looked = folder.looked
        self.failures = failures
        extractErrors = []
    }

    /// Returns the folder with other names of files.
    func replacing(files: [String], failures: [String: ExtractError]) -> LandingFolder {
        LandingFolder(self, files: files, failures: failures)
    }

    /// Returns the folder without the files of these names.
    package func without(_ names: Set<String>) -> LandingFolder {
        guard !names.isEmpty else { return self }
        return LandingFolder(self, files: files.filter { !names.contains($0) }, failures: failures)
    }

    /// Returns the folder with every file opened and its source decided, on the given number of threads. A small file
    /// that is not `known` is hashed, too, so that it need not be opened again for the hash. As many small files as
    /// `KeptBytes` allows stay in memory.
    package func lookedAt(threads: Int, for plan: PipelinePlan, known: KnownFiles) async -> LandingFolder {
        let kept = KeptBytes()
        let claims = ExtractClaims(plan: plan, folder: self)
        let looks = await Shares(threads: threads).map(files) { name in
            let landed = Result { () throws(ExtractError) in
                if let failure = failures[name] { throw failure }
                return try LandedFile(name: name, path: path(of: name), keepingIn: kept)
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

    /// Returns the file as it was when it was first opened, or opens it now. A failure says why it cannot be opened.
    func landed(_ file: String) -> Result<LandedFile, ExtractError> {
        if let look = looked[file] { return look.landed }
        if let failure = failures[file] { return .failure(failure) }
        return Result { () throws(ExtractError) in try LandedFile(name: file, path: path(of: file)) }
    }

    /// Returns the decision about the file, or nil if the files have not been opened.
    func claim(_ file: String) -> Result<ExtractClaims.Claim, ExtractError>? { looked[file]?.claim }

    /// Returns the path of a file for the file system.
    package func path(of file: String) -> String { path + "/" + file }
}
