public import Core
import Formats
import Planning
import Records
public import ReleaseStore
public import Releases

/// Makes a published release again: the use case of `shp regenerate`.
public struct RegenerationRequest: Sendable {
    /// The folder of the release, or the folder of a quarter, which stands for the quarter's `latest` release.
    public var release: String
    /// The path of the definition; nil for the file that the manifest names, in `Pipelines` or next to the output
    /// folder.
    public var definition: String?
    /// The landing folder; nil for the definition's own.
    public var input: String?
    /// How many extracts are read at once, and how long to wait for another run to end.
    public var threads = 1
    public var wait = Duration.zero
    /// The paths of installed converters, by the names of their executables.
    public var installed: [String: String] = [:]
    /// The program, as manifests name it.
    public var program: ProgramVersion

    /// Creates a request with default settings.
    public init(release: String, program: ProgramVersion) {
        self.release = release
        self.program = program
    }

    /// Makes the release again and returns how it compares with the original.
    ///
    /// Throws a `MissingInputs` when extracts of the release are missing, a `RequestError`, and any error of a run.
    public func regenerate(_ report: @escaping RunReport) async throws -> (ReleaseFolder, Regeneration.Outcome) {
        let folder = try ReleaseFolder(release)
        let output = try folder.output()
        let path = try definition ?? ReleasedDefinition.path(of: folder)
        let plan = try PlanCompiler.compile(path: path)
        let regeneration = Regeneration(
            of: folder, in: output, plan: plan, input: try plan.landing(asked: input, definition: path),
            formats: try ChosenFormats(plan.formats.filter { !$0.isBeside }, installed: installed), threads: threads,
            program: program)
        let missing = try regeneration.missing()
        guard missing.isEmpty else { throw MissingInputs(files: missing) }
        let lock = try OutputLock(output: output, waiting: wait)
        let outcome = try await regeneration.rebuild(holding: lock, report: report)
        report(.progressEnded)
        lock.release()
        return (folder, outcome)
    }
}

/// Extracts that a release was made from, but that are no longer in the landing folder.
public struct MissingInputs: ReportedFailure {
    /// The files, relative to the landing folder.
    public let files: [String]

    package init(files: [String]) { self.files = files }

    public var code: String { "input-missing" }
    public var exitStatus: ExitStatus { .inputMissing }

    /// One line for each file.
    public var description: String { messages.map(\.text).joined(separator: "\n") }

    /// One message for each file.
    public var messages: [FailureMessage] {
        files.map { file in
            FailureMessage(
                code: code,
                "\(file): the release was made from this file, but it is not in the landing folder; put it back",
                file: file)
        }
    }
}
