/// An unexpected error: a fault of the program.
public struct InternalFault: ReportedFailure {
    /// The error in its own words.
    public let description: String
    public var code: String { "internal-fault" }
    public var exitStatus: ExitStatus { .internalFault }

    /// The error as it is to be reported: as itself, or as a fault of the program when it is none that can be.
    public static func reported(_ error: any Error) -> any ReportedFailure {
        (error as? any ReportedFailure) ?? InternalFault(description: "\(error)")
    }
}
