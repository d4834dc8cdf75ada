/// The reason why withheld counts cannot be shown to be safe.
public enum DisclosureFailure: Error, Hashable, Sendable {
    /// The numbers in the system of counts do not fit in an `Int`.
    case numbersTooLarge
    /// The published counts contradict each other: an error in the code that made the system.
    case contradictoryCounts
    /// The count cannot be protected by withholding others.
    case cannotProtect(String)
}

extension DisclosureFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .numbersTooLarge: "the counts are too large for exact reasoning about what would reveal them"
        case .contradictoryCounts: "the counts that are to be published contradict each other"
        case .cannotProtect(let name): "withholding other counts does not protect \(name)"
        }
    }
}
