public import Core
public import Lineage
import Planning
public import ReleaseStore

/// Explains where a figure of a release comes from: the use case of `shp explain`.
public struct FigureInquiry: Sendable {
    /// The folder of the release, or the folder of a quarter, which stands for the quarter's `latest` release.
    public var release: String
    /// The query that names the figure.
    public var query: FigureQuery
    /// The path of the definition; nil for the file that the manifest names, in `Pipelines` or next to the output
    /// folder.
    public var definition: String?
    /// The landing folder; nil for the definition's own.
    public var input: String?
    /// How many extracts are read at once.
    public var threads = 1

    /// Creates an inquiry with default settings.
    public init(_ query: FigureQuery, of release: String) {
        self.query = query
        self.release = release
    }

    /// Returns the figures of the release that match the query: one figure, or the same figure in several tables.
    /// Throws an `UnreadableRelease` or a `FigureNotFound`.
    public func find() throws -> (figures: [PublishedFigure], release: ReleaseFolder) {
        let folder = try ReleaseFolder(release)
        return (try query.figures(of: folder), folder)
    }

    /// Runs the pipeline again over the release's files and traces the figure. Throws a `ReleaseMismatch` when the
    /// release cannot be reproduced or does not show the figure, a `RequestError`, and any error of a run.
    public func explain(_ found: [PublishedFigure], of folder: ReleaseFolder) async throws -> FigureExplanation {
        let path = try definition ?? ReleasedDefinition.path(of: folder)
        let plan = try PlanCompiler.compile(path: path)
        let trace = try await ReleaseTrace(
            of: folder, plan: plan, input: try plan.landing(asked: input, definition: path), threads: threads)
        let (figure, formula) = try trace.choose(among: found)
        return FigureExplanation(
            figure: figure, alsoIn: found.dropFirst().map(\.key), release: folder,
            lineage: trace.lineage(of: formula), tracer: trace.tracer)
    }
}

/// A figure of a release, and where it comes from.
public struct FigureExplanation: Sendable {
    /// The figure, as it was published.
    public let figure: PublishedFigure
    /// The keys of the other figures that show the same number of the same events or persons.
    public let alsoIn: [FigureKey]
    public let release: ReleaseFolder
    /// What the figure was calculated from.
    public let lineage: FigureLineage
    /// The run in which the figure was traced; it holds the rows.
    public let tracer: FigureTracer
}
