public import Core

/// An error in a request, found before anything is done. The caller can correct the request, so the error does not
/// count as a failed run.
public enum RequestError: Error, Hashable, Sendable {
    /// Neither the request nor the definition at the path names a landing folder.
    case noLandingFolder(definition: String)
    /// The output folder is the landing folder.
    case outputIsLanding(output: String)
    /// The output folder is inside the landing folder, where the next run would read it.
    case outputInsideLanding(output: String, landing: String)
    /// Several pipelines of the output folder have the quarter.
    case severalPipelines([String])
    /// No definition is named, and the file that the manifest names is neither in `Pipelines` nor next to the output
    /// folder.
    case noDefinition(path: String)
    /// No definition is named, and the manifest does not say which of its files is the definition.
    case unknownDefinition
}

extension RequestError: ReportedFailure {
    public var code: String { "usage" }
    public var exitStatus: ExitStatus { .usage }

    /// What is wrong and what to name instead.
    public var description: String {
        switch self {
        case .noLandingFolder(let definition): "\(definition) names no landing folder; name one with --input"
        case .outputIsLanding(let output):
            "--output \(output) is the landing folder; choose a folder outside it"
        case .outputInsideLanding(let output, let landing):
            "--output \(output) is inside the landing folder \(landing); choose a folder outside it"
        case .severalPipelines(let names):
            "several pipelines have releases of the quarter; name one with --pipeline: " + names.joined(separator: ", ")
        case .noDefinition(let path): "there is no \(path); name the release's definition with --definition"
        case .unknownDefinition:
            "the manifest does not say which file the definition is; name it with --definition"
        }
    }
}
