/// Flags as bits. An event has the flag of each column that says yes. A column can be read for several values, each
/// with a flag. An event with one of these flags lacks the others.
public enum FlagBits {
    /// Returns the flag of all events that lack `flag`. It stands for the other values of a column when no indicator
    /// counts these by themselves.
    public static func lacking(_ flag: UInt16) -> UInt16 { ~flag }

    /// Returns the flag that events must lack; nil if `flag` is one that they must have.
    public static func lacked(by flag: UInt16) -> UInt16? { flag.nonzeroBitCount > 1 ? ~flag : nil }

    /// Whether events with exactly these flags are counted for `flag`.
    public static func isIn(_ flags: UInt16, _ flag: UInt16?) -> Bool {
        guard let flag else { return true }
        return lacked(by: flag).map { flags & $0 == 0 } ?? (flags & flag != 0)
    }

    /// Whether an event can have exactly these of the `asked` flags. `others` holds, for each flag, the flags that it
    /// excludes: an event has exactly one of the flags of one column.
    public static func canOccur(_ flags: UInt16, asked: UInt16, others: [UInt16: UInt16]) -> Bool {
        others.allSatisfy { flag, excluded in
            let besides = excluded & asked
            guard asked & flag != 0, besides != 0 else { return true }
            return (flags & flag != 0) != (flags & besides != 0)
        }
    }
}
