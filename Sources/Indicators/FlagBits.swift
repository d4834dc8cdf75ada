/// Flags as bits: an event has those of the columns that say yes. A column can be read for several values, and who has one of
/// them lacks the others: flags of one column are parts of one whole.
public enum FlagBits {
    /// The flag that events have which lack this one: another value of the same column, when no indicator counts that.
    public static func lacking(_ flag: UInt16) -> UInt16 { ~flag }

    /// The flag that events lack; nil for a flag that they must have.
    public static func lacked(by flag: UInt16) -> UInt16? { flag.nonzeroBitCount > 1 ? ~flag : nil }

    /// Whether events with exactly these flags count.
    public static func isIn(_ flags: UInt16, _ flag: UInt16?) -> Bool {
        guard let flag else { return true }
        return lacked(by: flag).map { flags & $0 == 0 } ?? (flags & flag != 0)
    }

    /// Whether events can have exactly these of the `asked` flags, when each flag excludes `others`: of those that
    /// one column is read for, an event has one.
    public static func canOccur(_ flags: UInt16, asked: UInt16, others: [UInt16: UInt16]) -> Bool {
        others.allSatisfy { flag, excluded in
            let besides = excluded & asked
            guard asked & flag != 0, besides != 0 else { return true }
            return (flags & flag != 0) != (flags & besides != 0)
        }
    }
}
