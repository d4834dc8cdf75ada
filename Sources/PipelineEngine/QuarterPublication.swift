public import Publishing
public import Tabular

/// A quarter that was published: what was found, what was written, and whether somebody should look at it.
public struct QuarterPublication: Sendable {
    /// What the run found.
    public let result: RunResult
    /// What was written, and where.
    public let release: Release
    public let published: PublishedRelease
    /// Whether somebody should look at it, and why.
    public let verdict: RunVerdict

    /// Evaluates a quarter of the landed facts, audits its tables and publishes them into the output folder of the lock.
    ///
    /// Days of delivery after `today`, when it is given, are a reason to look.
    ///
    /// Throws what evaluating, auditing or writing throws; then nothing was published.
    public static func publish(
        _ quarter: FinancialQuarter, of facts: LandedFacts, comparedWith choice: ReleaseChoice,
        by program: ProgramVersion, holding lock: OutputLock, movesLatest: Bool = true,
        today: CalendarDate? = nil
    ) async throws -> QuarterPublication {
        let result = try await facts.result(for: quarter, comparedWith: choice, by: program)
        let publication = try await publish(
            result, by: program, holding: lock, movesLatest: movesLatest, today: today)
        KnownFiles.remember(result.extracts, output: lock.output)
        return publication
    }

    /// Audits what a run found and publishes it into the output folder of the lock. Throws what auditing or writing throws; then
    /// nothing was published.
    static func publish(
        _ result: RunResult, by program: ProgramVersion, holding lock: OutputLock, movesLatest: Bool,
        today: CalendarDate?
    ) async throws -> QuarterPublication {
        let release = try result.auditedRelease(by: program)
        let published = try await ReleasePublisher.publish(release, holding: lock, movesLatest: movesLatest)
        return QuarterPublication(
            result: result, release: release, published: published,
            verdict: RunVerdict(on: result, quarantineFolder: published.quarantineFolder, today: today))
    }
}
