import Core
import Intake
import Logging
import PipelineEngine

extension Log {
    /// Shows what a run reports, except its results.
    func show(_ event: RunEvent) {
        switch event {
        case .progress(let progress): show(ProgressBar.Share(progress))
        case .progressEnded: clearProgress()
        case .finding(let finding, let remedy, let quarter): report(Notice(finding, remedy: remedy, of: quarter))
        case .protection(let code, let words): report(Notice(.warning, code: code, words))
        case .indexNotWritten(let reason): report(Notice(indexNotWritten: reason))
        case .ledger(let ledgerError): report(Notice(ledgerError))
        case .nothingToPublish(let quarter, let failure):
            for message in failure.messages {
                report(Notice(.warning, code: message.code, "\(quarter): \(message.text)"))
            }
        case .released, .published: break
        }
    }
}
