import ArgumentParser
import Core

extension ExitStatus {
    /// The status in the form that the argument parser throws.
    var code: ExitCode { ExitCode(rawValue) }
}
