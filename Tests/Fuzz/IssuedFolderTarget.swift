import FoundationEssentials
import Glibc
import PipelineEngine
import Publishing
import Tabular

/// Puts a file in place of one of an issued release, or of its list, and reads what was issued.
struct IssuedFolderTarget: FuzzTarget {
    let name: String
    let path: String
    let seeds: [[UInt8]]
    private let made: MadeUpOutput
    /// The file that is replaced, and its bytes.
    private let place: String
    private let original: [UInt8]

    /// A target that replaces the file of the release, or of its quarter's folder.
    init(_ file: String, _ made: MadeUpOutput) throws {
        self.made = made
        name = file
        path = "\(Fuzz.folder)/issued-\(file)"
        let quarter = made.release.split(separator: "/").dropLast().joined(separator: "/")
        place = file == "issued.json" ? "\(quarter)/\(file)" : "\(made.release)/\(file)"
        original = Fuzz.bytes(of: place) ?? []
        seeds = [original]
    }

    func read(_ input: [UInt8]) async throws -> Verdict {
        try replace(by: input)
        defer { try? replace(by: original) }
        do throws(UnreadableRelease) {
            let issued = try IssuedReleases(output: made.output, pipeline: made.plan.pipeline)
            try issued.checkSealed()
            for quarter in issued.quarters {
                guard let last = issued.last(of: quarter) else { continue }
                _ = try issued.open(last, of: quarter)
            }
            // Of the list other words may say the same; of a release's file nothing may.
            if name != "issued.json", input != original { return .disagreement("a changed \(name) was not noticed") }
            return .read("\(issued.quarters.count)")
        } catch {
            if input == original { return .disagreement(error.description) }
            return .read(error.code)
        }
    }

    private func replace(by bytes: [UInt8]) throws {
        chmod(made.release, 0o755)
        unlink(place)
        try Data(bytes).write(to: .init(filePath: place))
    }
}
