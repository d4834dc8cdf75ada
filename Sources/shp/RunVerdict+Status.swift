import Logging
import PipelineEngine

extension RunVerdict {
    /// The exit status that the reasons ask for; nil for 0.
    var status: ExitStatus? {
        guard hasFindings else { return nil }
        let isImpossible = reasons.contains { if case .impossibleFigures = $0 { true } else { false } }
        return isImpossible ? .inputRefused : .withFindings
    }

    /// Says why the exit status is not 0, of which quarter where there are several, and throws it.
    func report(to log: Log) throws {
        for remark in remarks { log.tell(Notice(remark)) }
        if let status { throw status.code }
    }
}

extension Notice {
    /// Why a command ends with a status that is not 0; a name is put before it where the command did several pieces of work.
    init(_ remark: RunVerdict.Remark, of name: String? = nil) {
        self.init(.warning, code: remark.code, (name.map { "\($0): " } ?? "") + remark.sentence)
    }
}
