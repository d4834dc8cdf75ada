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
        guard let landing = LandingFolder(input) else { throw RunFailure.noLandingFolder(input) }
        let (corrections, folder) = try corrections(in: landing)
        let (landed, leftOut) = try ExtractClaims(plan: plan, folder: folder).decide()
        let intake = Intake(plan: plan, extracts: landed, threads: threads, parser: parser, known: known)
        var outcomes = try await intake.run(progress: progress)
        let corrected = try intake.correct(&outcomes, by: corrections, in: folder)
        let (facts, extracts, categories) = try await facts(of: outcomes)

        let quarter = try chooseQuarter(facts, leftOut)
        let evaluator = plan.evaluator(facts, quarter: quarter)
        let tables = plan.tables.map {
            plan.layout($0, for: quarter).table(evaluator, quarter: quarter, areas: plan.areas)
        }
        return RunResult(
            plan: plan, quarter: quarter, tables: tables, facts: facts, extracts: extracts,
            acceptedByCategory: categories,
            gaps: DeliveryReview(plan: plan, facts: facts).deliveries(for: quarter).filter(\.isGap),
            leftOut: leftOut, corrections: corrected, input: folder.path)
    }

    /// The quarter asked for, or the newest complete one; when there is none, a file that was left out may be why.
    private func chooseQuarter(_ facts: SourceFacts, _ leftOut: [LeftOutFile]) throws -> FinancialQuarter {
        do throws(RunFailure) {
            return try QuarterChoice(plan: plan, facts: facts).quarter(asked: quarter)
        } catch {
            guard case .noCompleteQuarter(let reasons) = error else { throw error }
            let unclaimed = leftOut.filter { $0.rule == .unclaimedFile }
            let words = unclaimed.map { Finding($0.rule, file: $0.file, note: $0.note).description }
            throw RunFailure.noCompleteQuarter(reasons + words)
        }
    }

    /// The files with corrected rows, and the folder without them.
    private func corrections(in folder: LandingFolder) throws -> ([CorrectionFile], LandingFolder) {
        do {
            let files = try CorrectionFile.all(in: folder)
            return (files, folder.without(Set(files.map(\.file))))
        } catch { throw RunFailure.refused([error]) }
    }

    /// Takes in every extract and says what of the quarters has been delivered. Nothing is hashed, and a source without
    /// any extract is one of which everything is missing.
    public func deliveries(
        of quarters: [FinancialQuarter], progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> [Delivery] {
        guard let landing = LandingFolder(input) else { throw RunFailure.noLandingFolder(input) }
        let (corrections, folder) = try corrections(in: landing)
        let intake = Intake(
            plan: plan, extracts: try ExtractClaims(plan: plan, folder: folder).claims().extracts, threads: threads,
            parser: parser, known: known, hashes: false)
        var outcomes = try await intake.run(progress: progress)
        _ = try intake.correct(&outcomes, by: corrections, in: folder)
        let (facts, _, _) = try await facts(of: outcomes)
        return DeliveryReview(plan: plan, facts: facts).deliveries(of: quarters)
    }

    /// The facts of the extracts, the extracts with their accounts closed, and how many rows count in each category.
    private func facts(
        of outcomes: [ExtractOutcome]
    ) async throws -> (SourceFacts, [ExtractOutcome], [[Int: Int]]) {
        var facts = SourceFacts()
        var categories: [[Int: Int]] = []
        var resolved: [ExtractOutcome] = []
        var refusals: [ExtractRefusal] = []
        for (index, source) in plan.sources.enumerated() {
            var own = outcomes.filter { $0.source == index }
            let resolution = await SourceResolution(&own, source: source, threads: threads)
            resolved += own
            refusals += resolution.refusals
            categories += resolution.acceptedByCategory
            switch source.rules {
            case .events, .counts:
                facts.events[source.name] = EventFacts(
                    resolution.cube, grain: source.grain, delivered: resolution.delivered, days: resolution.days,
                    rule: source.completeness)
            case .episodes:
                facts.episodes[source.name] = resolution.episodes
                facts.treatmentDays[source.name] = source.completeness.map { (resolution.days, $0) }
            case .returns: facts.returns[source.name] = resolution.returns
            case .valuesOnly: break
            }
        }
        if !refusals.isEmpty { throw RunFailure.refused(refusals) }
        for outcome in resolved where !outcome.account.balances {
            throw RunFailure.unbalanced(file: outcome.file, outcome.account)
        }
        return (facts, resolved, categories)
    }
}
