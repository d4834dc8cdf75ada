import Logging
import PipelineEngine

extension RunVerdict {
    /// Says why the exit status is not 0, of which quarter where there are several, and throws it.
    func report(to log: Log) throws {
        for remark in remarks { log.tell(Notice(remark)) }
        if let exitStatus { throw exitStatus.code }
    }
}

extension Notice {
    /// Why a command ends with a status that is not 0; a name is put before it where the command did several pieces of work.
    init(_ remark: RunVerdict.Remark, of name: String? = nil) {
        self.init(.warning, code: remark.code, (name.map { "\($0): " } ?? "") + remark.sentence)
    }
}
