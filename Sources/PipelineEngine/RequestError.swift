public import Core

/// An error in a request, found before anything is done: the caller corrects it, and no run has failed.
public enum RequestError: Error, Hashable, Sendable {
    /// No landing folder is named: neither in the request nor in the definition at the path.
    case noLandingFolder(definition: String)
    /// The output folder is the landing folder.
    case outputIsLanding(output: String)
    /// The output folder lies in the landing folder, where the next run would read it.
    case outputInsideLanding(output: String, landing: String)
    /// Several pipelines of the output folder have the quarter.
    case severalPipelines([String])
    /// No definition is named, and the file that the manifest names is not in `Pipelines`.
    case noDefinition(path: String)
    /// No definition is named, and the manifest does not say which of its files it is.
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
            "several pipelines have the quarter; name one with --pipeline: " + names.joined(separator: ", ")
        case .noDefinition(let path): "there is no \(path); name the release's definition with --definition"
        case .unknownDefinition:
            "the manifest does not say which file the definition is; name it with --definition"
        }
    }
}
