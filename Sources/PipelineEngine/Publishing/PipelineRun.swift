import Completeness
public import Core
public import Evaluation
public import Ingestion
public import Intake
import Planning
public import Records
import Revisions

/// One run of a plan over a landing folder: from extracts to tables of figures. It publishes nothing.
public struct PipelineRun: Sendable {
    /// The plan.
    public let plan: PipelinePlan
    /// The landing folder.
    public let input: String
    /// The requested quarter; nil for the newest complete one.
    public let quarter: FinancialQuarter?
    /// Which files of the landing folder are read.
    public let selection: LandingSelection
    /// How many extracts are read at once.
    public let threads: Int
    /// Which rows libcsv parses; figures do not depend on this setting.
    public let parser: ParserMode
    /// Extracts that need not be hashed, because their hashes are known.
    public let known: KnownFiles

    /// Creates a run from its parts.
    public init(
        plan: PipelinePlan, input: String, quarter: FinancialQuarter?, selection: LandingSelection = .everything,
        threads: Int, parser: ParserMode = .fast, known: KnownFiles = KnownFiles()
    ) {
        self.plan = plan
        self.input = input
        self.quarter = quarter
        self.selection = selection
        self.threads = max(1, threads)
        self.parser = parser
        self.known = known
    }

    /// Reads every extract and evaluates every table.
    public func evaluate(
        traces: Bool = false, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> RunResult {
        let facts = try await readExtracts(traces: traces, progress: progress)
        return try QuarterFigures(of: facts, for: facts.quarter(asked: quarter)).result()
    }

    /// Reads every extract. With `keepingRows`, it keeps the rows that are needed to compare figures with an earlier
    /// release: 24 bytes for each row with an identifier. With `traces`, it keeps the result of every row, at about 80
    /// bytes for each row.
    public func readExtracts(
        keepingRows: Bool = false, traces: Bool = false, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> LandedFacts {
        if let quarter { try plan.check(for: quarter) }
        let (corrections, folder, deliveries) = try await landed()
        let (claimed, leftOut) = try await claims(in: folder, corrections, deliveries)
        let (intake, repeated) = try await intake(of: claimed, traces: traces)
        var outcomes = try await intake.run(progress: progress)
        let landedAlone = keepingRows ? outcomes : []
        let corrected = try intake.correct(&outcomes, by: corrections, in: folder)
        let basis = RevisionBasis(
            intake: intake, folder: folder, corrections: corrections, landed: landedAlone,
            corrected: keepingRows ? outcomes : [])
        let resolved = try await ResolvedExtracts(outcomes, plan: plan, threads: threads, traces: traces)
        return LandedFacts(
            plan: plan, input: folder.path, resolved: resolved, leftOut: leftOut + repeated,
            corrections: corrected,
            basis: keepingRows ? basis : nil, threads: threads)
    }

    /// Returns the intake of the extracts, which reads each content once, and the files that repeat others.
    private func intake(
        of claimed: [LandedExtract], hashes: Bool = true, traces: Bool = false
    ) async throws -> (Intake, repeated: [LeftOutFile]) {
        let files = try await SameFiles(claimed, known: known, threads: threads)
        var intake = Intake(
            plan: plan, extracts: files.extracts, threads: threads, parser: parser, known: files.known,
            hashes: hashes, traces: traces)
        intake.copies = files.copies
        return (intake, files.leftOut)
    }

    /// Returns the selected extracts with their days of delivery, and the files that no source reads.
    private func claims(
        in folder: LandingFolder, _ corrections: [CorrectionFile], _ deliveries: DeliveryDates
    ) async throws -> ([LandedExtract], [LeftOutFile]) {
        do {
            return try await ExtractClaims(plan: plan, folder: folder).decide(threads: threads) {
                let selected = try deliveries.selected($0, selection, plan.sources)
                return await deliveries.dated(selected, plan.sources, threads: threads)
            }
        } catch RunFailure.noExtracts(let missing, let path) {
            guard case .deliveredBy(let day) = selection else { throw RunFailure.noExtracts(missing, folder: path) }
            // The missing extracts may have been delivered later; then it would be wrong to report that there are none.
            let whole = deliveries.folder.without(Set(corrections.map(\.file)))
            let later = try await ExtractClaims(plan: plan, folder: whole).claims(threads: threads).extracts
            let firsts = missing.compactMap { source -> RunFailure.FirstDelivery? in
                let days = later.filter { plan.sources[$0.source].title == source.title }
                    .compactMap { deliveries.day(of: $0, plan.sources) }
                return days.min().map { RunFailure.FirstDelivery(title: source.title, day: $0) }
            }
            guard firsts.count == missing.count else { throw RunFailure.noExtracts(missing, folder: path) }
            throw RunFailure.noneDelivered(by: day, firsts)
        }
    }

    /// Returns the files with corrected rows, the selected files of the rest of the folder, and the days on which files
    /// were delivered.
    private func landed() async throws -> ([CorrectionFile], LandingFolder, DeliveryDates) {
        let landing = try LandingFolder.open(input)
        do {
            let deliveries = try DeliveryDates(landing)
            let folder = await deliveries.selected(selection).lookedAt(threads: threads, for: plan, known: known)
            let files = try CorrectionFile.all(in: folder)
            if case .deliveredBy = selection {
                let unknown = files.map(\.file).filter { deliveries.day(of: $0, .fileName) == nil }
                guard unknown.isEmpty else { throw RunFailure.deliveryUnknown(files: unknown) }
            }
            return (files, folder.without(Set(files.map(\.file))), deliveries)
        } catch let extractError as ExtractError { throw RunFailure.refused([extractError]) }
    }

    /// Reads every extract and returns what has been delivered for the quarters, the files that no source reads and the
    /// number of rows in quarantine. Only files of equal size are hashed. For a source without any extract, every
    /// delivery is missing.
    public func landingStatus(
        of quarters: [FinancialQuarter], progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> LandingStatus {
        let (corrections, folder, dates) = try await landed()
        let claims = try await ExtractClaims(plan: plan, folder: folder).claims(threads: threads)
        let claimed = await dates.dated(claims.extracts, plan.sources, threads: threads)
        let (intake, _) = try await intake(of: claimed, hashes: false)
        var outcomes = try await intake.run(progress: progress)
        _ = try intake.correct(&outcomes, by: corrections, in: folder)
        let facts = try await ResolvedExtracts(outcomes, plan: plan, threads: threads).facts
        return LandingStatus(
            deliveries: DeliveryReview(plan: plan, facts: facts).deliveries(of: quarters), leftOut: claims.leftOut,
            rowsAtFault: outcomes.map { LandingStatus.RowsAtFault(file: $0.file, rows: $0.held.count) }.filter {
                $0.rows > 0
            }, unlistedForces: UnlistedForce.all(of: outcomes, plan.sources))
    }
}
