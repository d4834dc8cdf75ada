import Files

/// Why a release cannot be read or issued.
public enum UnreadableRelease: Error, Hashable, Sendable {
    /// The folder is neither a release nor the folder of a quarter with a release.
    case noRelease(path: String)
    /// No pipeline of the output folder has a release of the quarter, or the named pipeline has none.
    case noQuarter(String, output: String)
    /// The file of a release is missing.
    case missing(file: String)
    /// The file cannot be read as a file of a release.
    case unreadable(file: String)
    /// The user has no permission to read the file or the folder.
    case forbidden(path: String)
    /// The file is not the one that the manifest names.
    case changed(file: String)
    /// The release is not in an output folder, below its pipeline and quarter.
    case elsewhere(path: String, expected: [String])
    /// The release contains a file that the manifest does not name.
    case unlistedFile(file: String)
    /// An entry of a list of issued releases, counted from 1, does not follow the entry before it: an entry was
    /// changed, removed or inserted.
    case brokenChain(file: String, entry: Int)
    /// The release is sealed, as only issued releases are, but the list of issued releases does not name it.
    case unlistedIssue(path: String, list: String)
    /// A list of issued releases lacks a release that was issued, as the witness shows.
    case entryMissing(list: String, release: String, IssueWitness)
    /// An entry about the release is not the one that the ledger remembers.
    case entryChanged(list: String, release: String)
    /// The folder of a pipeline is missing, although the ledger remembers issued releases of the pipeline.
    case pipelineMissing(path: String, ledger: String)
    /// A list of issued releases cannot be read as such: it was emptied, cut or overwritten.
    case damagedList(file: String)
    /// Several of these errors.
    case several([UnreadableRelease])
}

extension UnreadableRelease {
    /// Returns why a file or a folder could not be opened.
    static func unopened(_ path: String) -> UnreadableRelease {
        if ReadPermission.isDenied(path) { return .forbidden(path: path) }
        return SystemCall.accessError(path, .present) == nil ? .unreadable(file: path) : .missing(file: path)
    }

    /// The stable kebab-case name of what is wrong, for programs.
    public var code: String {
        switch self {
        case .noRelease, .noQuarter: "no-release"
        case .missing: "release-file-missing"
        case .unreadable: "release-unreadable"
        case .forbidden: "no-permission"
        case .changed: "release-changed"
        case .elsewhere: "release-elsewhere"
        case .unlistedFile: "file-not-of-release"
        case .brokenChain: "issue-list-changed"
        case .unlistedIssue, .entryMissing: "issue-list-incomplete"
        case .entryChanged, .damagedList: "issue-list-changed"
        case .pipelineMissing: "pipeline-missing"
        case .several(let all): all.first?.code ?? "release-unreadable"
        }
    }
}

extension UnreadableRelease: CustomStringConvertible {
    /// What is wrong and what to do, with the path.
    public var description: String {
        switch self {
        case .noRelease(let path):
            "\(path): there is no release here; name the folder of a release, or OUTPUT/PIPELINE/QUARTER"
        case .noQuarter(let quarter, let output):
            "\(output): no release of \(quarter) is here; publish it with 'shp run', or name the folder of the releases with "
                + "--output"
        case .missing(let file): "\(file): is missing from its release; \(Self.remedy)"
        case .unreadable(let file):
            "\(file): cannot be read as a file of a release; \(Self.remedy)"
        case .forbidden(let path): "\(path): permission denied; ask its owner for the right to read it"
        case .elsewhere(let path, let expected):
            "\(path): is not in an output folder; it belongs at OUTPUT/\(expected.joined(separator: "/"))"
        case .unlistedFile(let file): "\(file): is not a file of the release; move it out of the folder"
        case .brokenChain(let file, let entry):
            "\(file): entry \(entry) does not follow the entry before it, so the list was changed by hand; restore it "
                + "from a copy, or from the ledger with 'shp issue \(Self.quarter(file)) --restore'"
        case .unlistedIssue(let path, let list):
            "\(path): is sealed as an issued release, but \(list) does not name it; \(Self.restore(list))"
        case .entryMissing(let list, let release, let witness):
            "\(list): does not name \(release), \(Self.words(witness)); \(Self.restore(list))"
                + (witness.isLedger ? ". If the quarter was removed on purpose, move the ledger away" : "")
        case .entryChanged(let list, let release):
            "\(list): the entry about \(release) is not the one that the ledger has; \(Self.restore(list)). If the entry is "
                + "right as it is, move the ledger away"
        case .pipelineMissing(let path, let ledger):
            "\(path): the folder of a pipeline is gone, but the ledger has its issued releases, which also decide how "
                + "small counts are protected here; restore the folder from a copy. If the pipeline was removed on purpose, "
                + "move the ledger \(ledger) away"
        case .damagedList(let file):
            "\(file): cannot be read as a list of issued releases, so it was emptied, cut or overwritten; \(Self.restore(file)). If that "
                + "is refused, delete the list and issue each of its releases again with --restore"
        case .several(let all): all.map(\.description).joined(separator: "\n")
        case .changed(let file):
            "\(file): is not the file that the manifest names, so it was changed after it was published; \(Self.remedy)"
        }
    }

    private static func words(_ witness: IssueWitness) -> String {
        switch witness {
        case .manifest(let other): "which the issued release \(other) was compared with"
        case .ledger(nil): "which the ledger records as issued"
        case .ledger(let words?): "which the ledger records as \(words)"
        }
    }

    /// Returns how to restore a list.
    private static func restore(_ list: String) -> String {
        "restore the file from a copy, or put it back with 'shp issue \(quarter(list)) --restore'"
    }

    /// Returns the quarter of a list, which is the name of the list's folder.
    private static func quarter(_ list: String) -> String {
        list.split(separator: "/").dropLast().last.map(String.init) ?? "QUARTER"
    }

    /// An issued release can only be restored, because later figures are compared with it.
    private static let remedy =
        "restore it from a copy, or, if the release was never issued, move its folder away and run again"
}

extension IssueWitness {
    fileprivate var isLedger: Bool { if case .ledger = self { true } else { false } }
}
