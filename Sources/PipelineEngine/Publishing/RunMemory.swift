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

/// The inputs and outputs of a run, by the file system: when the next run finds the same, there is nothing
/// to do, and it can say so without reading a definition or an extract. Losing it costs one run's time.
///
/// A file that was written to after the run began is never remembered: it may have been read before or after the change.
public struct RunMemory: Sendable {
    /// The request; each request has a memory of its own.
    public struct Request: Sendable {
        /// The definition, the landing folder when one was named, the quarter when one was named.
        public let definition: String
        public let input: String?
        public let quarter: String?
        /// The day as at which the landing folder is read; nil for all of it.
        public let asAt: String?
        /// The program and its version.
        public let program: ProgramVersion

        /// A question from its parts.
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

    /// The memory of an output folder for the request of a run that began at the moment; nothing may have been read before it.
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
        // File systems stamp with the kernel's tick, which may lag the clock by some milliseconds.
        self.began = (began.milliseconds - 20) * 1_000_000
    }

    /// A run that would have the same result again.
    public struct Unchanged: Hashable, Sendable {
        /// The folder of its release.
        public let release: String
        /// What it reported for review.
        public let remarks: [RunVerdict.Remark]
    }

    /// The last run, when another would have the same result; nil when anything has changed, or is not known.
    public func unchanged() -> Unchanged? {
        // A copy of an output folder remembers releases of the other one.
        guard var known = KeptState.read(InputSnapshot.self, from: path), known.release.hasPrefix(output + "/"),
            // The page that leads to the releases is made again where it was deleted.
            FileManager.default.fileExists(atPath: OutputLayout(output).index),
            let now = InputSnapshot(
                landing: known.landing, FileStamp.all(in: known.landing), definition: known.definition.map(\.path),
                release: known.release)
        else { return nil }
        // The remarks of the run are no part of its inputs.
        let remarks = known.remarks
        known.remarks = []
        return now == known ? Unchanged(release: known.release, remarks: remarks) : nil
    }

    /// What lies in a landing folder. To look takes its time, which something else may use.
    struct LandingLook: Sendable {
        fileprivate let files: [FileStamp]?

        /// Looks at the folder as it is now.
        init(_ landing: String) { files = FileStamp.all(in: landing) }
    }

    /// Remembers a run that published, and its remarks. That it cannot be written is no reason for a run to fail.
    public func remember(_ result: RunResult, release: String, remarks: [RunVerdict.Remark] = []) {
        remember(result, release: release, remarks: remarks, LandingLook(result.landed.input))
    }

    /// The same, with what lay in the landing folder after it was read.
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

/// Everything that a run reads and leaves, by what the file system says of it.
private struct InputSnapshot: Codable, Equatable {
    let landing: String
    let release: String
    var definition: [FileStamp] = []
    var inputs: [FileStamp] = []
    var outputs: [FileStamp] = []
    /// What the quarter's `latest` points at.
    var latest = ""
    /// What has been issued of the pipeline: figures are compared with it.
    var issued: [FileStamp] = []
    /// The rows in quarantine: what was deleted of them is to be there again.
    var quarantine: [FileStamp] = []
    /// The program itself: a new build need not have a new version.
    var program = ""
    /// What the run reported for review.
    var remarks: [RunVerdict.Remark] = []

    /// The snapshot of now; nil when part of it is gone.
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

    /// The lists of issued releases, one a quarter.
    private static func issued(besides release: String) -> [FileStamp] {
        let pipeline = DefinitionFolder.parent(of: DefinitionFolder.parent(of: release))
        let quarters = ((try? FileManager.default.contentsOfDirectory(atPath: pipeline)) ?? []).sorted()
        let lists = quarters.compactMap { FileStamp(OutputLayout.issues(inQuarter: "\(pipeline)/\($0)")) }
        // What other pipelines issue is known to readers, too.
        let output = DefinitionFolder.parent(of: pipeline)
        let others = ((try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []).sorted()
            .map { "\(output)/\($0)" }.filter { $0 != pipeline }
        let beside = others.flatMap { other in
            ((try? FileManager.default.contentsOfDirectory(atPath: other)) ?? []).sorted()
                .compactMap { FileStamp(OutputLayout.issues(inQuarter: "\(other)/\($0)")) }
        }
        // A file that is changed, added or removed in a sealed release is for the run to report.
        return lists + beside
            + IssuedReleases.sealedFolders(below: pipeline).flatMap { folder in
                // The folder changes with every entry, whatever it is called.
                [FileStamp(folder)].compactMap(\.self) + stamps(folder)
            }
    }

    /// Every file of the release's quarantine, and of what is recorded of withheld numbers.
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

/// A file by device, inode, size and times.
private struct FileStamp: Codable, Equatable, Sendable {
    private let device, inode, size: Int
    /// When its content and its inode changed, in nanoseconds since 1970.
    private let modified, changed: Int
    let path: String

    /// Nil when there is no such file.
    init?(_ path: String) {
        guard let status = try? SystemCall.status(path) else { return nil }
        device = Int(truncatingIfNeeded: status.deviceID.rawValue)
        inode = Int(truncatingIfNeeded: status.inode.rawValue)
        size = Int(status.size)
        (modified, changed) = (status.modified, status.changed)
        self.path = path
    }

    /// Every file in the folder; nil when there is no such folder, or one of them is gone.
    static func all(in folder: String) -> [FileStamp]? {
        // What must not be in a landing folder is for the run to report.
        guard let folder = try? LandingFolder.open(folder) else { return nil }
        let stamps = folder.files.compactMap { FileStamp(folder.path(of: $0)) }
        return stamps.count == folder.files.count ? stamps : nil
    }

    /// The later of the times of its content and of its inode, in nanoseconds since 1970.
    var lastChange: Int { max(modified, changed) }

    var facts: String { "\(device) \(inode) \(size) \(modified) \(changed)" }
}
