import Files
import FoundationEssentials
import Releases
import SystemPackage

/// Compares the files in a release's folder with its manifest and the list of issued releases.
enum SealedRelease {
    /// Returns whether the folder is read-only, as issuing leaves it. If the parent folder is read-only, too,
    /// everything is kept read-only, which does not show that the release was issued.
    static func isSealed(_ folder: String) -> Bool {
        guard let slash = folder.lastIndex(of: "/") else { return false }
        return isReadOnly(folder) && !isReadOnly(String(folder[..<slash]))
    }

    private static func isReadOnly(_ folder: String) -> Bool {
        guard let status = try? SystemCall.status(folder, followingLink: false) else { return false }
        return status.type == .directory
            && status.permissions.isDisjoint(with: [.ownerWrite, .groupWrite, .otherWrite])
    }

    /// Returns what has changed since a release with that manifest was issued.
    static func problems(in folder: String, manifestSHA256: String) -> [UnreadableRelease] {
        let file = OutputLayout.manifest(of: folder)
        guard let found = try? ContentHash.file(file) else { return [.unopened(file)] }
        guard found.sha256 == manifestSHA256 else { return [.changed(file: file)] }
        guard let data = FileManager.default.contents(atPath: file),
            let manifest = try? Manifest(json: data)
        else { return [.unreadable(file: file)] }
        return problems(of: manifest, in: folder)
    }

    /// Returns what differs from the manifest: missing files, changed files, and files that it does not list.
    static func problems(of manifest: Manifest, in folder: String) -> [UnreadableRelease] {
        var problems: [UnreadableRelease] = manifest.outputs.compactMap { output in
            let file = folder + "/" + output.file
            guard let found = try? ContentHash.file(file) else { return .unopened(file) }
            return found.sha256 == output.sha256 ? nil : .changed(file: file)
        }
        let known = Set(manifest.outputs.map { String($0.file.prefix { $0 != "/" }) } + [OutputLayout.Name.manifest])
        problems += ((try? Folder.names(in: folder)) ?? []).filter { !known.contains($0) }.map {
            .unlistedFile(file: folder + "/" + $0)
        }
        return problems
    }
}
