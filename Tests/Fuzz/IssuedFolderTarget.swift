import FoundationEssentials
import Glibc
import Ingestion
import Records
import ReleaseStore

/// Replaces a file of an issued release, or the list of issued releases, and then reads the issued releases.
struct IssuedFolderTarget: FuzzTarget {
    let name: String
    let path: String
    let seeds: [[UInt8]]
    private let made: MadeUpOutput
    /// The file that is replaced, and its bytes.
    private let place: String
    private let original: [UInt8]
    private let hash: String

    /// A target that replaces the file with this name, in the release or in its quarter's folder.
    init(_ file: String, _ made: MadeUpOutput) throws {
        self.made = made
        name = file
        path = "\(Fuzz.folder)/issued-\(file)"
        let quarter = made.release.split(separator: "/").dropLast().joined(separator: "/")
        place = file == "issued.json" ? "\(quarter)/\(file)" : "\(made.release)/\(file)"
        original = Fuzz.bytes(of: place) ?? []
        hash = try LandedFile(name: file, path: place).sha256()
        seeds = [original]
    }

    func read(_ input: [UInt8]) async throws -> Verdict {
        try replace(by: input)
        defer { try? replace(by: original) }
        let reading = try opened()
        do throws(UnreadableRelease) {
            let issued = try IssuedReleases(output: made.output, pipeline: made.plan.pipeline)
            try issued.checkSealed()
            for quarter in issued.quarters {
                guard let last = issued.last(of: quarter) else { continue }
                _ = try issued.open(last, of: quarter)
            }
            // A changed list may still say the same; every change to a release's file must be noticed.
            if name != "issued.json", input != original { return .disagreement("a changed \(name) was not noticed") }
            return .read("\(issued.quarters.count) \(reading)")
        } catch {
            if input == original { return .disagreement(error.description) }
            return .read("\(error.code) \(reading)")
        }
    }

    /// The result of the commands that read a release, issued or not. Figures and extracts are read as if the manifest
    /// named them.
    private func opened() throws -> String {
        let manifest = made.release + "/manifest.json"
        let before = Fuzz.bytes(of: manifest) ?? []
        defer { try? Data(before).write(to: .init(filePath: manifest)) }
        if name.hasSuffix(".csv") {
            let text = String(decoding: before, as: UTF8.self)
            let new = try LandedFile(name: name, path: place).sha256()
            try Data(text.replacing(hash, with: new).utf8).write(to: .init(filePath: manifest))
        }
        do throws(UnreadableRelease) {
            let release = try ReleaseFolder(made.release)
            let damage = ReleaseFolder.damage(in: made.release)
            return "\(release.figures.all.count) \(damage.count) \((try? release.output()) == nil)"
        } catch { return error.code }
    }

    private func replace(by bytes: [UInt8]) throws {
        chmod(made.release, 0o755)
        unlink(place)
        try Data(bytes).write(to: .init(filePath: place))
    }
}
