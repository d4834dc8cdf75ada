import Core
import Evaluation
import Files
package import Formats
import FoundationEssentials
public import Intake
package import Records
import ReleaseDisclosure
public import ReleaseStore
public import Releases

/// Makes a release again from the files that its manifest names, and reports whether the result is the same.
public struct Regeneration: Sendable {
    /// The result.
    public enum Outcome: Sendable {
        /// Every file is the same, byte for byte. `notCompared` extracts and corrections could not be compared: the
        /// release withholds their hashes, and the state folder has lost them.
        case identical(files: Int, notCompared: Int)
        /// The release is made of the same parts, but these files have different bytes.
        case otherBytes(files: [String])
        /// The release cannot be the same: these parts and these figures differ. The new release is in a folder of its
        /// own.
        case otherParts([ReleaseDifference.PartChange], ReleaseDifference, PublishedRelease)

        /// Whether the result needs review, and why.
        public var verdict: RunVerdict {
            switch self {
            case .identical(_, 0): RunVerdict([])
            case .identical(_, let number): RunVerdict([.notCompared(number)])
            case .otherBytes(let files): RunVerdict([.otherBytes(files)])
            case .otherParts(let parts, let difference, _):
                RunVerdict([.otherParts(parts: parts.count, figures: difference.figures.count)])
            }
        }
    }

    /// The release, and the output folder that contains it.
    let release: ReleaseFolder
    let output: String
    let run: PipelineRun
    let formats: ChosenFormats
    let program: ProgramVersion

    /// Creates a regeneration of the release by the present plan, from the present landing folder.
    package init(
        of release: ReleaseFolder, in output: String, plan: PipelinePlan, input: String,
        formats: ChosenFormats = .standard, threads: Int,
        program: ProgramVersion, known: KnownFiles = KnownFiles()
    ) {
        self.release = release
        self.output = output
        self.formats = formats
        self.program = program
        let manifest = release.manifest
        let names =
            manifest.inputs.map(\.file) + manifest.corrections.map(\.file) + manifest.leftOut.map(\.file)
        run = PipelineRun(
            plan: plan, input: input, quarter: FinancialQuarter(manifest.quarter), selection: .named(Set(names)),
            threads: threads, known: known)
    }

    /// Returns the extracts and corrections of the manifest that are missing from the landing folder.
    public func missing() throws(RunFailure) -> [String] {
        let files = Set(try LandingFolder.open(run.input).withTables().files)
        return (release.manifest.inputs.map(\.file) + release.manifest.corrections.map(\.file)).filter {
            !files.contains($0)
        }
    }

    /// Makes the release again. Throws an `UnreadableRelease` when an issued release has changed, and any error of a
    /// run.
    public func rebuild(
        holding lock: OutputLock, report: @escaping RunReport = { _ in }
    ) async throws -> Outcome {
        let manifest = release.manifest
        // Making a release again issues nothing, so the ledger has nothing to remember.
        let publishing = try PublishRun(
            run, of: manifest.pipeline, by: program, in: formats, holding: lock, ledger: OutputLayout(output).ledger,
            remembersIssues: false, report: report)
        let facts = try await publishing.read(keepingRows: manifest.comparedWith != nil || !publishing.issued.isEmpty)
        let quarter = try facts.quarter(asked: run.quarter)
        let figures = QuarterFigures(of: facts, for: quarter)
        let result = try await figures.result(comparedWith: .named(in: manifest, publishing.issued), by: program)
        let parts = ReleaseDifference.parts(from: manifest, to: result.manifest(by: program))
        guard parts.isEmpty else {
            // A result that differs is a new release. As after a run, readers have everything issued since as well, so
            // the new release is compared with all issued releases.
            let other = try await figures.result(comparedWith: .issued(publishing.issued, by: nil), by: program)
            let published = try await publishing.publish(other, movesLatest: false).published
            for notice in other.protection { report(.protection(code: notice.code, words: notice.words)) }
            let difference = ReleaseDifference(from: release, to: try ReleaseFolder(published.folder))
            return .otherParts(parts, ReleaseDifference(figures: difference.figures), published)
        }
        // The result gets the identifier of the release. The identifier adds nothing to what the files say, and earlier
        // versions of the program formed it differently.
        return try await compare(result.release(by: program).named(manifest.releaseID))
    }

    /// Publishes into a temporary folder inside the state folder, compares the files, and removes the temporary folder.
    private func compare(_ again: Release) async throws -> Outcome {
        let scratch = OutputLayout(output).regenerated
        try? FileManager.default.removeItem(atPath: scratch)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let lock = try OutputLock(output: scratch)
        defer { lock.release() }
        let published = try await ReleasePublisher.publish(again, in: formats, holding: lock)
        let differing = try release.filesDiffering(from: ReleaseFolder(published.folder))
        guard differing.isEmpty else { return .otherBytes(files: differing) }
        return .identical(files: published.files.count, notCompared: release.manifest.filesWithoutHash)
    }
}
