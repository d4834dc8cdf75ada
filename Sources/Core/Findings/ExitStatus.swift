/// The exit status of a program, after `sysexits.h`. Each raw value is the number that the program's caller receives.
/// Success (0) is not a case.
public enum ExitStatus: Int32, CaseIterable, Hashable, Sendable {
    /// The work is done, but its findings should be looked at.
    case withFindings = 1
    /// The command line is wrong.
    case usage = 64
    /// The input is faulty.
    case inputRefused = 65
    /// The input is missing.
    case inputMissing = 66
    /// The work is done, but too little of it could be checked.
    case notChecked = 69
    /// The program itself has a fault.
    case internalFault = 70
    /// The output cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed.
    case ioFailure = 74
    /// Another run holds the lock.
    case locked = 75
    /// The user has no permission to read or write a file.
    case noPermission = 77
    /// The definition is wrong.
    case definitionWrong = 78
}
