import Logging
import PipelineEngine

extension RunVerdict {
    /// Logs why the exit status is not 0, and throws the status.
    func report(to log: Log) throws {
        for remark in remarks { log.report(Notice(remark)) }
        if let exitStatus { throw exitStatus.code }
    }
}

extension Notice {
    /// Creates the notice of why an exit status is not 0. A quarter's name comes first when the command handled
    /// several.
    init(_ remark: RunVerdict.Remark, of name: String? = nil) {
        self.init(.warning, code: remark.code, (name.map { "\($0): " } ?? "") + remark.sentence)
    }
}
