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
    /// RFC 3339 in UTC, to the second: `2019-07-20T02:15:00Z`.
    public var description: String { CalendarDate(day: Int32(clamping: day)).description + "T" + clock + "Z" }

    private static let perDay = 86_400_000

    /// Rounded down, also before 1970.
    private var day: Int { (milliseconds - (milliseconds % Self.perDay + Self.perDay) % Self.perDay) / Self.perDay }

    private var clock: String {
        let seconds = (milliseconds - day * Self.perDay) / 1000
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Digits.padded($0, to: 2) }.joined(separator: ":")
    }
}

extension Moment: LosslessStringConvertible {
    /// A moment as it is described; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 9, parts[1].last == "Z",
            let date = DateForm("yyyy-mm-dd")?.date(String(parts[0]))
        else { return nil }
        let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
            (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        milliseconds = Int(date.day) * Self.perDay + (hour * 3600 + minute * 60 + second) * 1000
    }
}
