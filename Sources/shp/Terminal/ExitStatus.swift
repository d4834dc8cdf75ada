import ArgumentParser
import Core

extension ExitStatus {
    /// The status as the parser of the command line throws it.
    var code: ExitCode { ExitCode(rawValue) }
}
