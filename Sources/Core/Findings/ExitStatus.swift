/// How a program ends, after `sysexits.h`: each value is its meaning for the caller of the program. 0 is no case: it is the
/// absence of one.
public enum ExitStatus: Int32, CaseIterable, Hashable, Sendable {
    /// The work is done, and something in it should be looked at.
    case withFindings = 1
    /// The command line is wrong.
    case usage = 64
    /// What was read is at fault.
    case inputRefused = 65
    /// What was to be read is not there.
    case inputMissing = 66
    /// The work is done, but too little of it could be checked.
    case notChecked = 69
    /// A fault of the program.
    case internalFault = 70
    /// The output cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed.
    case ioFailure = 74
    /// Another run holds the lock.
    case locked = 75
    /// The user may not read or write it.
    case noPermission = 77
    /// The definition is wrong.
    case definitionWrong = 78
}
