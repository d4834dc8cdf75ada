import FoundationEssentials

/// A moment in time, to the millisecond. Where records keep it; no output of a run has one.
public struct Moment: Hashable, Comparable, Sendable {
    /// Milliseconds since the beginning of 1970, UTC.
    public let milliseconds: Int

    /// A moment by its number.
    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// So many milliseconds later.
    public func adding(milliseconds: Int) -> Moment { Moment(milliseconds: self.milliseconds + milliseconds) }

    public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
}

extension Moment: CustomStringConvertible {
    /// ISO 8601 in UTC, to the second: `2019-07-20T02:15:00Z`. Rounded down, also before 1970. Days before 15 October 1582 are
    /// those of Foundation's calendar, which was the Julian one until then.
    public var description: String {
        Date(timeIntervalSince1970: (Double(milliseconds) / 1000).rounded(.down)).formatted(.iso8601)
    }
}

extension Moment: LosslessStringConvertible {
    /// A moment as it is described; nil for anything else.
    public init?(_ text: String) {
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        self.init(milliseconds: Int(date.timeIntervalSince1970) * 1000)
        // Foundation also reads 30 February, 24:15, other time zones and words behind the Z.
        guard description == text else { return nil }
    }
}
