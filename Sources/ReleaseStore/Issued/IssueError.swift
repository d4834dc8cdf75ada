public import Core

/// Why a release cannot be issued or withdrawn as requested.
public enum IssueError: Error, Hashable, Sendable {
    /// The quarter has not ended, so no day of issue is possible yet.
    case notEnded(FinancialQuarter, today: CalendarDate)
    /// The day is before the first possible day, or in the future.
    case dayNotAllowed(CalendarDate, from: CalendarDate, to: CalendarDate)
    /// The release is not among the quarter's releases that were issued and not withdrawn; nil when no release was
    /// named.
    case notIssued(String?, FinancialQuarter, issued: [String])

    /// Together with releases issued since it was made, the release would reveal these numbers, which are withheld.
    case reveals([String], beside: [String])
    /// Releases were issued since this release was made. It is not known what they would reveal together about these
    /// figures, which are withheld.
    case notComparable(String, with: [String], figures: [String])

    /// The stable kebab-case code.
    public var code: String {
        switch self {
        case .notEnded: "quarter-not-ended"
        case .dayNotAllowed: "day-not-allowed"
        case .notIssued: "not-issued"
        case .reveals: "discloses"
        case .notComparable: "disclosure-undecided"
        }
    }
}

extension IssueError: CustomStringConvertible {
    /// The maximum number of figures that a message names.
    private static let maxNamed = 5

    private static func list(_ figures: [String]) -> String {
        let more = figures.count - maxNamed
        return figures.prefix(maxNamed).joined(separator: "; ") + (more > 0 ? " and \(more) more" : "")
    }

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .notEnded(let quarter, let today):
            return
                "\(quarter) ends on \(quarter.period.last.lastDay), and today is \(today); issue its release when the "
                + "quarter has ended"
        case .dayNotAllowed(let day, let first, let last):
            return
                "\(day) is not allowed: the day must not be before the quarter's end, before the last entry of issued.json or "
                + "after today; name a day from \(first) to \(last) with --on"
        case .notIssued(let release, let quarter, let issued):
            let subject =
                release.map { "\($0) is not an issued release of \(quarter)" } ?? "no release of \(quarter) is issued"
            return issued.isEmpty
                ? subject + ", so there is nothing to withdraw"
                : subject + "; name one of these with --release: " + issued.joined(separator: ", ")
        case .reveals(let numbers, let issued):
            return "together with releases issued since it was made ("
                + issued.joined(separator: ", ") + "), the release would reveal small numbers: "
                + numbers.joined(separator: "; ")
                + "; run the quarter again"
        case .notComparable(let release, let issued, let figures):
            return "together with releases issued since it was made ("
                + issued.joined(separator: ", ") + "), \(release) may reveal small numbers, such as "
                + Self.list(figures)
                + "; run the quarter again"
        }
    }
}
