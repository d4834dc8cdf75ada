/// Why it is not known whether withheld counts are safe.
public enum DisclosureFailure: Error, Hashable, Sendable {
    /// The numbers of the system of counts do not fit into a word.
    case numbersTooLarge
    /// The published counts contradict each other: a fault of the caller that made the system.
    case contradictoryCounts
    /// Nothing that could be withheld protects the count.
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
