public import Core

extension OutputFailure: ReportedFailure {
    /// The exit status of a program that cannot write its output.
    public var exitStatus: ExitStatus {
        switch self {
        case .cannotCreate, .noConverter, .converter: .cannotCreate
        case .io: .ioFailure
        case .noPermission: .noPermission
        case .locked: .locked
        case .releaseDiffers, .workbook, .unusableName: .internalFault
        }
    }
}
