package import Core
public import Evaluation
package import Formats
import Intake
package import ReleaseStore
public import Releases

/// A published quarter: the result of the run, the release that was written, and whether it needs review.
public struct QuarterPublication: Sendable {
    /// The result of the run.
    public let result: RunResult
    /// The release that was written, and its place.
    public let release: Release
    public let published: PublishedRelease
    /// Whether the release needs review, and why.
    public let verdict: RunVerdict

    /// Audits the result of a run and publishes it in the output folder of the lock. Throws the errors of auditing and
    /// writing; after an error nothing has been published. When `today` is given, days of delivery after it are a
    /// reason for review.
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
