/// Where everything in an output folder lies. No other file knows a path in it, or the name of a file of ours.
public struct OutputLayout: Hashable, Sendable {
    /// The output folder.
    public let output: String

    /// The layout of an output folder.
    public init(_ output: String) { self.output = output }

    // MARK: Releases

    /// The page that leads to every release.
    public var index: String { "\(output)/\(Name.page)" }

    /// The folder of a pipeline.
    public func pipeline(_ pipeline: String) -> String { "\(output)/\(pipeline)" }

    /// The folder of a pipeline's quarter.
    public func quarter(_ quarter: some CustomStringConvertible, of pipeline: String) -> String {
        "\(output)/\(pipeline)/\(quarter)"
    }

    /// The folder of a release.
    public func release(
        _ releaseID: String, of quarter: some CustomStringConvertible, in pipeline: String
    ) -> String { "\(output)/\(pipeline)/\(quarter)/\(releaseID)" }

    // MARK: State

    /// What only the user may read: beside the releases, and never collected with them.
    public var state: String { "\(output)/\(Name.state)" }

    /// The file whose lock is the right to write.
    package var lock: String { state + "/lock" }

    /// The ledger, unless another folder is named for it.
    public var ledger: String { Self.ledger(inState: state) }

    /// The ledger in a folder of its own.
    public static func ledger(inState folder: String) -> String { folder + "/ledger.sqlite" }

    /// What is known of extracts that were hashed.
    public var knownFiles: String { state + "/known-files" }

    /// What runs had before them, a file a question.
    public var runMemories: String { state + "/runs" }

    /// Where a release is made again, to be compared and removed.
    public var regenerated: String { state + "/regenerated" }

    /// The rows in quarantine, a folder a release.
    package var quarantines: String { state + "/quarantine" }
    /// The rows in quarantine of a release.
    public func quarantine(of releaseID: String) -> String { "\(quarantines)/\(releaseID)" }

    /// The true numbers behind what is withheld, a folder a release.
    package var disclosures: String { state + "/disclosure" }
    /// The true numbers behind what a release withholds.
    public func disclosure(of releaseID: String) -> String { "\(disclosures)/\(releaseID)" }
}
