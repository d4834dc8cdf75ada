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
        case .finding(let finding, let remedy, let quarter): tell(Notice(finding, remedy: remedy, of: quarter))
        case .protection(let code, let words): tell(Notice(.warning, code: code, words))
        case .indexNotWritten(let reason): tell(Notice(indexNotWritten: reason))
        case .ledger(let ledgerError): tell(Notice(ledgerError))
        case .nothingToPublish(let quarter, let failure):
            for message in failure.messages {
                tell(Notice(.warning, code: message.code, "\(quarter): \(message.text)"))
            }
        case .released, .published: break
        }
    }
}
