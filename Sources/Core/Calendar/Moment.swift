import FoundationEssentials

/// A moment in time, to the millisecond. Only the state folder and the ledger keep moments; no output of a run contains
/// one.
public struct Moment: Hashable, Comparable, Sendable {
    /// Milliseconds since the beginning of 1970, UTC.
    public let milliseconds: Int

    /// Creates a moment from its number of milliseconds.
    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Returns the moment that is `milliseconds` later.
    public func adding(milliseconds: Int) -> Moment { Moment(milliseconds: self.milliseconds + milliseconds) }

    public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
}

extension Moment: CustomStringConvertible {
    /// ISO 8601 in UTC, to the second: `2019-07-20T02:15:00Z`. Rounded down, including before 1970. Days before 15
    /// October 1582 are in the Julian calendar, as Foundation writes them.
    public var description: String {
        Date(timeIntervalSince1970: (Double(milliseconds) / 1000).rounded(.down)).formatted(.iso8601)
    }
}

extension Moment: LosslessStringConvertible {
    /// Reads a moment in the form of `description`; nil for anything else.
    public init?(_ text: String) {
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        self.init(milliseconds: Int(date.timeIntervalSince1970) * 1000)
        // Foundation also accepts 30 February, 24:15, other time zones and words after the Z.
        guard description == text else { return nil }
    }
}
