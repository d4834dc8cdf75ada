public import Core
public import Lineage
import Planning
public import ReleaseStore

/// Says where a figure of a release comes from: the use case of `shp explain`.
public struct FigureInquiry: Sendable {
    /// The folder of the release, or of a quarter, for its `latest` release.
    public var release: String
    /// Which figure.
    public var query: FigureQuery
    /// The path of the definition; nil for the file in `Pipelines` that the manifest names.
    public var definition: String?
    /// The landing folder; nil for the definition's own.
    public var input: String?
    /// How many extracts are read at once.
    public var threads = 1

    /// An inquiry with its defaults.
    public init(_ query: FigureQuery, of release: String) {
        self.query = query
        self.release = release
    }

    /// The figures of the release that the query means: one, or the same one in several tables. Throws an `UnreadableRelease` or
    /// a `FigureNotFound`.
    public func find() throws -> (figures: [PublishedFigure], release: ReleaseFolder) {
        let folder = try ReleaseFolder(release)
        return (try query.figures(of: folder), folder)
    }

    /// Makes the release again and traces the figure. Throws a `ReleaseMismatch` when that is not possible with what is there, a
    /// `RequestError`, and anything that a run throws.
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
    /// Where the same number of the same events or persons stands as well.
    public let alsoIn: [FigureKey]
    public let release: ReleaseFolder
    /// What it was made of.
    public let lineage: FigureLineage
    /// The run that it was traced in, which has the rows.
    public let tracer: FigureTracer
}
