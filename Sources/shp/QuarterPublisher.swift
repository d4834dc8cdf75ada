import Ledger
import Logging
import PipelineEngine
import Publishing
import Tabular

/// Publishes a quarter, keeps it in the ledger, makes the copies that were asked for and reports what was found: `run` and
/// `backfill` alike.
struct QuarterPublisher {
    let issued: IssuedReleases
    let lock: OutputLock
    let copies: OpenDocumentCopies?
    let log: Log

    /// Publishes a quarter of the facts as at a day, all of them when none is given. Of findings only those of the quarter
    /// are reported when the facts' own have been.
    func publish(
        _ quarter: FinancialQuarter, of facts: LandedFacts, asAt: CalendarDate? = nil, _ record: RunRecord,
        reportsFacts: Bool = true
    ) async throws -> QuarterPublication {
        let publication = try await QuarterPublication.publish(
            quarter, of: facts, comparedWith: .issued(issued, by: asAt), by: Program.current, holding: lock,
            movesLatest: asAt == nil, today: Clock.today)
        let troubles = record.keep(publication)
        log.clearProgress()
        let result = publication.result
        let findings = reportsFacts ? result.findings : result.quarterFindings
        let remedy = findings.isEmpty ? { _ in nil } : result.remedies
        for finding in findings {
            log.tell(Notice(finding, remedy: remedy(finding)))
        }
        for notice in result.protection { log.tell(Notice(.warning, code: notice.code, notice.words)) }
        if let problem = publication.published.indexProblem {
            log.tell(Notice(.warning, code: "index-not-written", "index.html: not made anew: \(problem)"))
        }
        for trouble in troubles { log.tell(Notice(trouble)) }
        try copies?.make(of: publication.published, holding: lock)
        return publication
    }
}
