/// The paths of everything in an output folder. These paths, and the names of the files, are defined only in this type.
public struct OutputLayout: Hashable, Sendable {
    /// The output folder.
    public let output: String

    /// Creates the layout of an output folder.
    public init(_ output: String) { self.output = output }

    // MARK: Releases

    /// The page that leads to every release.
    public var index: String { "\(output)/\(Name.page)" }

    /// Returns the folder of a pipeline.
    public func pipeline(_ pipeline: String) -> String { "\(output)/\(pipeline)" }

    /// Returns the folder of a pipeline's quarter.
    public func quarter(_ quarter: some CustomStringConvertible, of pipeline: String) -> String {
        "\(output)/\(pipeline)/\(quarter)"
    }

    /// Returns the folder of a release.
    public func release(
        _ releaseID: String, of quarter: some CustomStringConvertible, in pipeline: String
    ) -> String { "\(output)/\(pipeline)/\(quarter)/\(releaseID)" }

    // MARK: State

    /// The folder that only the user may read. It lies beside the releases, and is never collected with them.
    public var state: String { "\(output)/\(Name.state)" }

    /// The lock file. A run must hold its lock to write.
    package var lock: String { state + "/lock" }

    /// The ledger, unless another folder is given for it.
    public var ledger: String { Self.ledger(inState: state) }

    /// Returns the path of the ledger in a folder.
    public static func ledger(inState folder: String) -> String { folder + "/ledger.sqlite" }

    /// What is known about extracts that were hashed.
    public var knownFiles: String { state + "/known-files" }

    /// The inputs and outputs of earlier runs, with one file for each request.
    public var runMemories: String { state + "/runs" }

    /// The folder in which a release is made again, compared and removed.
    public var regenerated: String { state + "/regenerated" }

    /// The rows in quarantine, with one folder for each release.
    package var quarantines: String { state + "/quarantine" }
    /// Returns the folder with a release's rows in quarantine.
    public func quarantine(of releaseID: String) -> String { "\(quarantines)/\(releaseID)" }

    /// The true numbers behind suppressed figures, with one folder for each release.
    package var disclosures: String { state + "/disclosure" }
    /// Returns the folder with the true numbers behind a release's suppressed figures.
    public func disclosure(of releaseID: String) -> String { "\(disclosures)/\(releaseID)" }
}
