package import Core
public import Evaluation
package import Formats
import Intake
package import ReleaseStore
public import Releases

/// A quarter that was published: what was found, what was written, and whether it needs review.
public struct QuarterPublication: Sendable {
    /// What the run found.
    public let result: RunResult
    /// What was written, and where.
    public let release: Release
    public let published: PublishedRelease
    /// Whether it needs review, and why.
    public let verdict: RunVerdict

    /// Audits what a run found and publishes it into the output folder of the lock. Throws what auditing or writing throws; then
    /// nothing was published. Days of delivery after `today`, when it is given, are a reason to look.
    package static func publish(
        _ result: RunResult, by program: ProgramVersion, in formats: ChosenFormats = .standard,
        holding lock: OutputLock, movesLatest: Bool = true, today: CalendarDate? = nil
    ) async throws -> QuarterPublication {
        let release = try result.auditedRelease(by: program)
        let published = try await ReleasePublisher.publish(
            release, in: formats, holding: lock, movesLatest: movesLatest)
        return QuarterPublication(
            result: result, release: release.named(published.releaseID), published: published,
            verdict: RunVerdict(on: result, quarantineFolder: published.quarantineFolder, today: today))
    }
}
