import ArgumentParser

/// The exit statuses, after sysexits.h.
enum ExitStatus: Int32 {
    case withFindings = 1
    case usage = 64
    case inputRefused = 65
    case inputMissing = 66
    case internalFault = 70
    case cannotCreate = 73
    case ioFailure = 74
    case locked = 75
    case noPermission = 77
    case definitionWrong = 78

    var code: ExitCode { ExitCode(rawValue) }
}
