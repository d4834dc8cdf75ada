public import Tabular

extension FigureNotFound: ReportedFailure {
    public var code: String { "figure-not-found" }
    public var exitStatus: ExitStatus { .usage }
}
