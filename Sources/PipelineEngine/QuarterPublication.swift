public import Publishing
public import Tabular

/// A quarter that was published: what was found, what was written, and whether somebody should look at it. Every command
/// that publishes does it here.
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
        let release = try result.auditedRelease(by: program)
        let published = try await ReleasePublisher.publish(release, holding: lock, movesLatest: movesLatest)
        KnownFiles.remember(result.extracts, output: lock.output)
        return QuarterPublication(
            result: result, release: release, published: published,
            verdict: RunVerdict(on: result, quarantineFolder: published.quarantineFolder, today: today))
    }
}
