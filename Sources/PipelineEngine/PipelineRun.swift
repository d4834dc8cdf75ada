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
        let (landed, leftOut, missing) = try extracts(in: folder)
        if !missing.isEmpty { throw RunFailure.noExtracts(missing, folder: folder.path) }
        let intake = Intake(plan: plan, extracts: landed, threads: threads, parser: parser, known: known)
        let (facts, outcomes, categories) = try await facts(of: intake.run(progress: progress))

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
            gaps: DeliveryReview(plan: plan, facts: facts).deliveries(for: quarter).filter(\.isGap),
            leftOut: leftOut, input: folder.path)
    }

    /// Takes in every extract and says what of the quarters has been delivered. Nothing is hashed, and a source without
    /// any extract is one of which everything is missing.
    public func deliveries(
        of quarters: [FinancialQuarter], progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [Delivery] {
        guard let folder = LandingFolder(input) else { throw RunFailure.noLandingFolder(input) }
        let intake = Intake(
            plan: plan, extracts: try extracts(in: folder).0, threads: threads, parser: parser, known: known,
            hashes: false)
        let (facts, _, _) = try await facts(of: intake.run(progress: progress))
        return DeliveryReview(plan: plan, facts: facts).deliveries(of: quarters)
    }

    /// The facts of the extracts, the extracts with their accounts closed, and how many rows count in each category.
    private func facts(
        of outcomes: [ExtractOutcome]
    ) async throws -> (SourceFacts, [ExtractOutcome], [[Int: Int]]) {
        var facts = SourceFacts()
        var categories: [[Int: Int]] = []
        var resolved: [ExtractOutcome] = []
        for (index, source) in plan.sources.enumerated() {
            var own = outcomes.filter { $0.source == index }
            let resolution = await SourceResolution(&own, schema: source.schema, threads: threads)
            resolved += own
            categories += resolution.acceptedByCategory
            switch source.schema.records {
            case .events:
                facts.events[source.name] = EventFacts(
                    resolution.cube, days: resolution.days, rule: source.completeness)
            case .episodes:
                facts.episodes[source.name] = resolution.episodes
                facts.treatmentDays[source.name] = source.completeness.map { (resolution.days, $0) }
            case .returns: facts.returns[source.name] = resolution.returns
            }
        }
        for outcome in resolved where !outcome.account.balances {
            throw RunFailure.unbalanced(file: outcome.file, outcome.account)
        }
        return (facts, resolved, categories)
    }

    /// The extracts in the order of sources and of names, the files that no source takes, and the sources without any.
    func extracts(
        in folder: LandingFolder
    ) throws -> ([LandedExtract], leftOut: [String], missing: [RunFailure.MissingSource]) {
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
        return (extracts, folder.files.filter { !taken.contains($0) }, missing)
    }
}
