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

/// Makes a release again from what its manifest names, and reports whether it is the same.
public struct Regeneration: Sendable {
    /// The result.
    public enum Outcome: Sendable {
        /// Every file is the same, byte for byte. So many extracts and corrections could not be compared: the release withholds
        /// their hashes, and the state folder has lost them.
        case identical(files: Int, notCompared: Int)
        /// It is made of the same, but these files have other bytes.
        case otherBytes(files: [String])
        /// It cannot be the same: these parts differ, and these figures. The new result is in a folder of its own.
        case otherParts([ReleaseDifference.PartChange], ReleaseDifference, PublishedRelease)

        /// Whether it needs review, and why.
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

    /// The release, and the output folder that it stands in.
    let release: ReleaseFolder
    let output: String
    let run: PipelineRun
    let formats: ChosenFormats
    let program: ProgramVersion

    /// A regeneration of the release by the plan as it is now, from the landing folder as it is now.
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

    /// The extracts of the manifest that the landing folder does not have.
    public func missing() throws(RunFailure) -> [String] {
        let files = Set(try LandingFolder.open(run.input).files)
        return (release.manifest.inputs.map(\.file) + release.manifest.corrections.map(\.file)).filter {
            !files.contains($0)
        }
    }

    /// Makes it. Throws an `UnreadableRelease` when an issued release has changed, and anything that a run throws.
    public func rebuild(
        holding lock: OutputLock, report: @escaping RunReport = { _ in }
    ) async throws -> Outcome {
        let manifest = release.manifest
        // Whoever makes a release again issues nothing, so that the ledger has nothing to remember.
        let publishing = try PublishRun(
            run, of: manifest.pipeline, by: program, in: formats, holding: lock, ledger: OutputLayout(output).ledger,
            remembersIssues: false, report: report)
        let facts = try await publishing.read(keepingRows: manifest.comparedWith != nil || !publishing.issued.isEmpty)
        let quarter = try facts.quarter(asked: run.quarter)
        let figures = QuarterFigures(of: facts, for: quarter)
        let result = try await figures.result(comparedWith: .named(in: manifest, publishing.issued), by: program)
        let parts = ReleaseDifference.parts(from: manifest, to: result.manifest(by: program))
        guard parts.isEmpty else {
            // What differs is another release: readers have it beside everything that was issued since, as after a run.
            let other = try await figures.result(comparedWith: .issued(publishing.issued, by: nil), by: program)
            let published = try await publishing.publish(other, movesLatest: false).published
            for notice in other.protection { report(.protection(code: notice.code, words: notice.words)) }
            let difference = ReleaseDifference(from: release, to: try ReleaseFolder(published.folder))
            return .otherParts(parts, ReleaseDifference(figures: difference.figures), published)
        }
        // The name says nothing that the files do not say, and earlier versions of the program made it otherwise.
        return try await compare(result.release(by: program).named(manifest.releaseID))
    }

    /// Publishes into a folder of the state, compares, and removes it.
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
