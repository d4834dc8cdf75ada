public import Files
import FoundationEssentials
public import Releases

extension ReleaseFolder {
    /// Returns the entry for this release in the manifest of a release that is compared with it. Throws an
    /// `UnreadableRelease` when the release's own manifest is missing.
    public func comparison(in pipeline: String? = nil) throws(UnreadableRelease) -> Manifest.ComparedRelease {
        let file = OutputLayout.manifest(of: path)
        guard let found = try? ContentHash.file(file) else { throw .unopened(file) }
        return Manifest.ComparedRelease(
            pipeline: pipeline == nil || pipeline == manifest.pipeline ? nil : manifest.pipeline,
            quarter: manifest.quarter, releaseID: manifest.releaseID, manifestSHA256: found.sha256)
    }
}

extension ReleaseFolder {
    /// Returns the names of the files that differ: either only one of the two releases has the file, or its bytes are
    /// different. The manifests are compared like other files, and every file is read, even if the manifests agree.
    public func filesDiffering(from other: ReleaseFolder) throws(OutputFailure) -> [String] {
        let (own, others) = (Set(try files()), Set(try other.files()))
        var differing = Array(own.symmetricDifference(others))
        for file in own.intersection(others) {
            let isEqual = try FileBlocks.equal(path + "/" + file, other.path + "/" + file)
            if !isEqual { differing.append(file) }
        }
        return differing.sorted()
    }

    private func files(below folder: String = "") throws(OutputFailure) -> [String] {
        var found: [String] = []
        for name in try Folder.names(in: path + "/" + folder) {
            let file = folder + name
            if Folder.exists(path + "/" + file) {
                found += try files(below: file + "/")
            } else {
                found.append(file)
            }
        }
        return found
    }
}

extension ReleaseFolder {
    /// Returns one sentence for each file of the release that differs from its manifest; no sentences for a folder
    /// without a manifest.
    public static func damage(in folder: String) -> [String] {
        guard let data = FileManager.default.contents(atPath: OutputLayout.manifest(of: folder)) else { return [] }
        guard let manifest = try? Manifest(json: data) else {
            return ["manifest.json cannot be read as the manifest of a release"]
        }
        let problems = SealedRelease.problems(of: manifest, in: folder).map { problem -> String in
            func name(_ file: String) -> String { String(file.dropFirst(folder.count + 1)) }
            return switch problem {
            case .changed(let file): "\(name(file)) is not the file that the manifest names"
            case .unlistedFile(let file): "\(name(file)) is there, but the manifest does not name it"
            case .missing(let file): "\(name(file)) is missing, but the manifest names it"
            case .unreadable(let file), .forbidden(let file): "\(name(file)) cannot be read"
            default: problem.description
            }
        }
        return problems + sealDamage(of: manifest, in: folder)
    }

    /// Returns the contradictions between the release and its quarter's list of issued releases.
    private static func sealDamage(of manifest: Manifest, in folder: String) -> [String] {
        guard let place = try? SystemCall.realPath(folder) else { return [] }
        let quarter = String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)])
        let list: IssueList
        do throws(UnreadableRelease) { list = try IssueList(inQuarter: quarter) } catch { return [error.description] }
        guard let issued = list.everIssued.first(where: { $0.releaseID == manifest.releaseID }) else {
            return SealedRelease.isSealed(place)
                ? ["the release is sealed as an issued one, but issued.json does not name it"] : []
        }
        let found = try? ContentHash.file(OutputLayout.manifest(of: place))
        return found?.sha256 == issued.manifestSHA256 ? [] : ["manifest.json is not the one that was issued"]
    }
}
