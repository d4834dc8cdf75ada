/// An unexpected error: a fault of the program.
public struct InternalFault: ReportedFailure {
    /// The error in its own words.
    public let description: String
    public var code: String { "internal-fault" }
    public var exitStatus: ExitStatus { .internalFault }

    /// Returns the error itself when it can be reported, otherwise an internal fault that describes it.
    public static func reported(_ error: any Error) -> any ReportedFailure {
        (error as? any ReportedFailure) ?? InternalFault(description: "\(error)")
    }
}
