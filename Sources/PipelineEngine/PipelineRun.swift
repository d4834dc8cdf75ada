import Aggregation
import Indicators
public import Ingestion
import Normalisation
public import Tabular

/// What a run tells while it is under way.
public enum RunProgress: Sendable {
    /// An extract has been taken in: the how many-th of how many, and its bytes.
    case read(file: String, done: Int, of: Int)
}

/// One run of a plan over a landing folder: from extracts to tables of figures. Publishing is another matter.
public struct PipelineRun: Sendable {
    /// The plan.
    public let plan: PipelinePlan
    /// The landing folder.
    public let input: String
    /// The quarter asked for; nil for the newest complete one.
    public let quarter: FinancialQuarter?
    /// How many extracts are taken in at once.
    public let threads: Int
    /// Which rows libcsv parses; figures do not depend on it.
    public let parser: ParserMode
    /// Extracts that need not be hashed.
    public let known: KnownFiles

    /// A run from its parts.
    public init(
        plan: PipelinePlan, input: String, quarter: FinancialQuarter?, threads: Int, parser: ParserMode = .fast,
        known: KnownFiles = KnownFiles()
    ) {
        self.plan = plan
        self.input = input
        self.quarter = quarter
        self.threads = max(1, threads)
        self.parser = parser
        self.known = known
    }

    /// Takes in every extract and evaluates every table.
    public func evaluate(progress: @escaping @Sendable (RunProgress) -> Void = { _ in }) async throws -> RunResult {
        guard let folder = LandingFolder(input) else { throw RunFailure.noLandingFolder(input) }
        let (landed, leftOut) = try extracts(in: folder)
        let intake = Intake(
            sources: plan.sources, areas: plan.areas, extracts: landed, threads: threads, parser: parser, known: known)
        var outcomes = try await intake.run(progress: progress)

        var facts = SourceFacts()
        var categories: [[Int: Int]] = []
        var resolved: [ExtractOutcome] = []
        var refusals: [ExtractRefusal] = []
        for (index, source) in plan.sources.enumerated() {
            var own = outcomes.filter { $0.source == index }
            let resolution = await SourceResolution(&own, schema: source.schema, threads: threads)
            resolved += own
            refusals += resolution.refusals
            categories += resolution.acceptedByCategory
            switch source.schema.records {
            case .events: facts.events[source.name] = EventFacts(resolution.cube)
            case .episodes: facts.episodes[source.name] = resolution.episodes
            case .returns: facts.returns[source.name] = resolution.returns
            }
        }
        if !refusals.isEmpty { throw RunFailure.refused(refusals) }
        outcomes = resolved
        for outcome in outcomes where !outcome.account.balances {
            throw RunFailure.unbalanced(file: outcome.file, outcome.account)
        }

        let quarter = try QuarterChoice(plan: plan, facts: facts).quarter(asked: quarter)
        let evaluator = IndicatorEvaluator(
            facts: facts, quarter: quarter, areas: plan.areas, denominators: plan.denominators,
            targets: plan.targets[quarter.year] ?? [:])
        let tables = plan.tables.map {
            plan.layout($0, for: quarter).table(evaluator, quarter: quarter, areas: plan.areas)
        }
        return RunResult(
            plan: plan, quarter: quarter, tables: tables, facts: facts, extracts: outcomes,
            acceptedByCategory: categories,
            leftOut: leftOut, input: folder.path)
    }

    /// The extracts in the order of sources and of names, and the files that no source takes.
    private func extracts(in folder: LandingFolder) throws -> ([LandedExtract], [String]) {
        var extracts: [LandedExtract] = []
        var taken: Set<String> = []
        var missing: [RunFailure.MissingSource] = []
        var refusals: [ExtractRefusal] = []
        for (index, source) in plan.sources.enumerated() {
            let files = folder.files.filter { file in
                !taken.contains(file) && source.patterns.contains { $0.matches(file) }
            }
            refusals += folder.folders.filter { name in source.patterns.contains { $0.matches(name) } }
                .map { .notAFile(file: $0) }
            taken.formUnion(files)
            if files.isEmpty, !source.isOptional {
                missing.append(.init(title: source.title, patterns: source.patterns.map(\.text)))
            }
            extracts += files.map { LandedExtract(source: index, file: $0, path: folder.path(of: $0)) }
        }
        if !refusals.isEmpty { throw RunFailure.refused(refusals) }
        if !missing.isEmpty { throw RunFailure.noExtracts(missing, folder: folder.path) }
        return (extracts, folder.files.filter { !taken.contains($0) })
    }
}
