extension Measure {
    /// What it says, for a data dictionary.
    public var meaning: String {
        switch self {
        case .value: "The value itself: a number, a share or a position"
        case .target: "What the partnership means to reach: a number, or words"
        case .rate: "Events per 1,000 of the denominator that the unit names"
        case .difference: "The value of the quarter less that of the same quarter of the year before"
        case .percentDifference: "The difference as a percentage of the year before"
        }
    }
}
