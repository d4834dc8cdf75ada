public import Core
import Crypto
public import Evaluation
import Files
import FoundationEssentials
import Intake
import Records
import ReleaseStore
public import Releases
import SystemPackage

/// The inputs and outputs of a run, as the file system describes them. When the next run finds them unchanged, there is
/// nothing to do, and the run can report this without reading a definition or an extract. Losing the memory costs only
/// the time of one run.
///
/// Nothing is remembered when a file was written after the run began: the run may have read it before or after the
/// change.
public struct RunMemory: Sendable {
    /// The request; each request has a memory of its own.
    public struct Request: Sendable {
        /// The definition, and the landing folder and the quarter when they were named.
        public let definition: String
        public let input: String?
        public let quarter: String?
        /// The day as at which the landing folder is read; nil to read all of it.
        public let asAt: String?
        /// The program and its version.
        public let program: ProgramVersion

        /// Creates a request from its parts.
        public init(
            definition: String, input: String?, quarter: String?, asAt: String? = nil, program: ProgramVersion
        ) {
            self.definition = definition
            self.input = input
            self.quarter = quarter
            self.asAt = asAt
            self.program = program
        }
    }

    private let request: Request
    private let output: String
    private let path: String
    private let began: Int

    /// Creates the memory of an output folder for the request of a run. The run must have read nothing before the
    /// moment at which it began.
    public init(output: String, _ request: Request, began: Moment) {
        self.request = request
        self.output = output
        let words = [
            request.definition, request.input ?? "", request.quarter ?? "", request.asAt ?? "",
            request.program.name,
            request.program.version,
        ]
        let name = Hexadecimal.text(
            of: SHA256.hash(data: Array(words.joined(separator: "\u{0}").utf8)).prefix(8))
        path = OutputLayout(output).runMemories + "/" + name
        // File systems take their time stamps from the kernel's tick, which may lag behind the clock by some
        // milliseconds.
        self.began = (began.milliseconds - 20) * 1_000_000
    }

    /// The last run, which would have the same result again.
    public struct Unchanged: Hashable, Sendable {
        /// The folder of its release.
        public let release: String
        /// The remarks that it reported for review.
        public let remarks: [RunVerdict.Remark]
    }

    /// Returns the last run when another run would have the same result; nil when anything has changed or is unknown.
    public func unchanged() -> Unchanged? {
        // The memory in a copied output folder names a release of the original folder.
        guard var known = KeptState.read(InputSnapshot.self, from: path), known.release.hasPrefix(output + "/"),
            // If the page that links to the releases was deleted, a run must make it again.
            FileManager.default.fileExists(atPath: OutputLayout(output).index),
            let now = InputSnapshot(
                landing: known.landing, FileStamp.all(in: known.landing), definition: known.definition.map(\.path),
                release: known.release)
        else { return nil }
        // The remarks of the run are not among its inputs.
        let remarks = known.remarks
        known.remarks = []
        return now == known ? Unchanged(release: known.release, remarks: remarks) : nil
    }

    /// The files of a landing folder. Listing them takes time, so other work may run in parallel.
    struct LandingLook: Sendable {
        fileprivate let files: [FileStamp]?

        /// Lists the files that are in the folder now.
        init(_ landing: String) { files = FileStamp.all(in: landing) }
    }

    /// Remembers a run that published, and its remarks. A run does not fail when the memory cannot be written.
    public func remember(_ result: RunResult, release: String, remarks: [RunVerdict.Remark] = []) {
        remember(result, release: release, remarks: remarks, LandingLook(result.landed.input))
    }

    /// Remembers a run that published, with the files that were in the landing folder after it was read.
    func remember(_ result: RunResult, release: String, remarks: [RunVerdict.Remark], _ look: LandingLook) {
        let folder = DefinitionFolder.parent(of: request.definition)
        let files = result.plan.files.map { $0.file.hasPrefix("/") ? $0.file : folder + "/" + $0.file }
        guard
            var snapshot = InputSnapshot(landing: result.landed.input, look.files, definition: files, release: release),
            (snapshot.definition + snapshot.inputs).allSatisfy({ $0.lastChange < began })
        else {
            try? SystemCall.removeFile(path)
            return
        }
        snapshot.remarks = remarks
        KeptState.write(snapshot, to: path)
    }
}

/// Everything that a run reads and writes, as the file system describes it.
private struct InputSnapshot: Codable, Equatable {
    let landing: String
    let release: String
    var definition: [FileStamp] = []
    var inputs: [FileStamp] = []
    var outputs: [FileStamp] = []
    /// The target of the quarter's `latest` link.
    var latest = ""
    /// The lists of issued releases and the sealed releases: figures are compared with them.
    var issued: [FileStamp] = []
    /// The files of the quarantine: if some were deleted, a run must write them again.
    var quarantine: [FileStamp] = []
    /// The program file: a new build may have the same version.
    var program = ""
    /// The remarks that the run reported for review.
    var remarks: [RunVerdict.Remark] = []

    /// Takes a snapshot of the present state; nil when part of it is missing.
    init?(landing: String, _ inputs: [FileStamp]?, definition: [String], release: String) {
        self.landing = landing
        self.release = release
        guard let inputs, let outputs = FileStamp.all(in: release),
            let program = FileStamp("/proc/self/exe"),
            let latest = try? FileManager.default.destinationOfSymbolicLink(
                atPath: OutputLayout.latest(inQuarter: DefinitionFolder.parent(of: release)))
        else { return nil }
        self.program = program.facts
        self.latest = latest
        issued = Self.issued(besides: release)
        quarantine = Self.quarantine(of: release)
        for path in definition {
            guard let stamp = FileStamp(path) else { return nil }
            self.definition.append(stamp)
        }
        (self.inputs, self.outputs) = (inputs, outputs)
    }

    /// Returns the stamps of the lists of issued releases, one for each quarter, and of the sealed releases.
    private static func issued(besides release: String) -> [FileStamp] {
        let pipeline = DefinitionFolder.parent(of: DefinitionFolder.parent(of: release))
        let quarters = ((try? FileManager.default.contentsOfDirectory(atPath: pipeline)) ?? []).sorted()
        let lists = quarters.compactMap { FileStamp(OutputLayout.issues(inQuarter: "\(pipeline)/\($0)")) }
        // Readers also know what other pipelines issue.
        let output = DefinitionFolder.parent(of: pipeline)
        let others = ((try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []).sorted()
            .map { "\(output)/\($0)" }.filter { $0 != pipeline }
        let beside = others.flatMap { other in
            ((try? FileManager.default.contentsOfDirectory(atPath: other)) ?? []).sorted()
                .compactMap { FileStamp(OutputLayout.issues(inQuarter: "\(other)/\($0)")) }
        }
        // A run must report any file that is changed, added or removed in a sealed release.
        return lists + beside
            + IssuedReleases.sealedFolders(below: pipeline).flatMap { folder in
                // The folder's own stamp changes whenever an entry is added or removed, whatever its name.
                [FileStamp(folder)].compactMap(\.self) + stamps(folder)
            }
    }

    /// Returns the stamps of every file of the release's quarantine and of its record of withheld numbers.
    private static func quarantine(of release: String) -> [FileStamp] {
        let output = (0..<3).reduce(release) { path, _ in DefinitionFolder.parent(of: path) }
        let name = release.split(separator: "/").last.map(String.init) ?? ""
        let layout = OutputLayout(output)
        return stamps(layout.quarantine(of: name)) + stamps(layout.disclosure(of: name))
    }

    private static func stamps(_ folder: String) -> [FileStamp] {
        guard let found = LandingFolder(folder) else { return [] }
        return found.files.compactMap { FileStamp(found.path(of: $0)) }
    }
}

/// A file's identity: its device, inode, size and times.
private struct FileStamp: Codable, Equatable, Sendable {
    private let device, inode, size: Int
    /// The times at which the content and the inode last changed, in nanoseconds since 1970.
    private let modified, changed: Int
    let path: String

    /// Reads the stamp of the file at a path; nil when there is no such file.
    init?(_ path: String) {
        guard let status = try? SystemCall.status(path) else { return nil }
        device = Int(truncatingIfNeeded: status.deviceID.rawValue)
        inode = Int(truncatingIfNeeded: status.inode.rawValue)
        size = Int(status.size)
        (modified, changed) = (status.modified, status.changed)
        self.path = path
    }

    /// Returns the stamps of all files in the folder; nil when there is no such folder, or when a file has gone.
    static func all(in folder: String) -> [FileStamp]? {
        // If a landing folder contains something that it must not contain, the run reports this.
        guard let folder = try? LandingFolder.open(folder) else { return nil }
        let stamps = folder.files.compactMap { FileStamp(folder.path(of: $0)) }
        return stamps.count == folder.files.count ? stamps : nil
    }

    /// The later of the times at which the content and the inode last changed, in nanoseconds since 1970.
    var lastChange: Int { max(modified, changed) }

    var facts: String { "\(device) \(inode) \(size) \(modified) \(changed)" }
}
