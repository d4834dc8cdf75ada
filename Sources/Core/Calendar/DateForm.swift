/// A way to write a date or a date and time, such as `dd/mm/yyyy`, `d/m/yyyy`, `dd-mmm-yy` or `yyyy-mm-ddThh:mm:ss`.
///
/// `dd` and `mm` are two digits, and `d` and `m` are one or two. `mmm` is the first three letters of an English month
/// and `mmmm` its whole name, in upper or lower case. After `hh`, `mm` is the minute; anywhere else, it is the month.
/// `yy` needs a declared century, because dates are never guessed.
public struct DateForm: Hashable, Sendable {
    /// The form as the schema writes it.
    public let text: String
    private let parts: [Part]
    /// The first year of the century for two-digit years; nil when the form's years have four digits.
    private let century: Int?

    private enum Unit: Hashable, Sendable {
        case year, month, day, hour, minute, second
    }

    private enum Part: Hashable, Sendable {
        case number(Unit, ClosedRange<Int>)
        /// A month by name: its first `letters` letters, or the whole name when nil.
        case monthName(letters: Int?)
        case literal(UInt8)

        var unit: Unit? {
            switch self {
            case .number(let unit, _): unit
            case .monthName: .month
            case .literal: nil
            }
        }

        var isOfVaryingWidth: Bool { if case .number(_, let width) = self { width.count > 1 } else { false } }
        var isNumber: Bool { if case .number = self { true } else { false } }
    }

    /// The year, month and day as written, whether or not the calendar has such a day.
    public struct Reading: Hashable, Sendable {
        /// The three numbers.
        public let year, month, day: Int
        /// Whether the time of day is possible; true where the form has no time.
        public let hasSoundTime: Bool
    }

    /// Returns nil when the form lacks a day, month or year, or has a two-digit year and no century is given. Also nil
    /// when a number of varying width is directly followed by another number.
    public init?(_ text: String, century: Int? = nil) {
        let parts = Self.parts(of: text)
        let isShort = parts.contains(.number(.year, 2...2))
        guard Set(parts.compactMap(\.unit)).isSuperset(of: [.year, .month, .day]), !isShort || century != nil,
            !zip(parts, parts.dropFirst()).contains(where: { $0.isOfVaryingWidth && $1.isNumber })
        else { return nil }
        self.text = text
        self.parts = parts
        self.century = isShort ? century : nil
    }

    /// Returns whether the form is invalid only because it has no century.
    public static func needsCentury(_ text: String) -> Bool {
        DateForm(text) == nil && DateForm(text, century: 2000) != nil
    }

    /// A month without a day, which stands for its first day. Spreadsheets write the first of a month so in some formats.
    static let firstOfMonth = DateForm(
        text: "yyyy-mm", parts: [.number(.year, 4...4), .literal(UInt8(ascii: "-")), .number(.month, 2...2)])

    private init(text: String, parts: [Part]) {
        self.text = text
        self.parts = parts
        century = nil
    }

    private static func parts(of text: String) -> [Part] {
        let words: [(String, Part)] = [
            ("yyyy", .number(.year, 4...4)), ("yy", .number(.year, 2...2)), ("mmmm", .monthName(letters: nil)),
            ("mmm", .monthName(letters: 3)), ("mm", .number(.month, 2...2)), ("m", .number(.month, 1...2)),
            ("dd", .number(.day, 2...2)), ("d", .number(.day, 1...2)), ("hh", .number(.hour, 2...2)),
            ("ss", .number(.second, 2...2)),
        ]
        var rest = text[...]
        var parts: [Part] = []
        scan: while let next = rest.utf8.first {
            for (word, part) in words where rest.hasPrefix(word) {
                let isMinute = part == .number(.month, 2...2) && parts.contains { $0.unit == .hour }
                parts.append(isMinute ? .number(.minute, 2...2) : part)
                rest = rest.dropFirst(word.count)
                continue scan
            }
            parts.append(.literal(next))
            rest = rest.dropFirst()
        }
        return parts
    }

    /// Whether the form also has a time of day.
    public var hasTime: Bool { parts.contains { $0.unit == .hour } }

    /// Returns the day that the text names; nil when the text is not in this form, or there is no such day or time.
    public func date(_ text: String) -> CalendarDate? {
        guard let reading = reading(of: text), reading.hasSoundTime else { return nil }
        return CalendarDate(year: reading.year, month: reading.month, day: reading.day)
    }

    /// Returns the year, month and day that the text gives; nil when the text is not in this form.
    public func reading(of text: String) -> Reading? {
        var rest = Array(text.utf8)[...]
        var (year, month, day) = (0, 0, self == Self.firstOfMonth ? 1 : 0)
        var hasSoundTime = true
        for part in parts {
            switch part {
            case .literal(let byte):
                guard rest.popFirst() == byte else { return nil }
            case .monthName(let letters):
                guard let named = Self.month(at: &rest, letters) else { return nil }
                month = named
            case .number(let unit, let width):
                guard let number = Self.number(at: &rest, width) else { return nil }
                switch unit {
                case .year: year = number + (century ?? 0)
                case .month: month = number
                case .day: day = number
                case .hour: hasSoundTime = hasSoundTime && number < 24
                case .minute, .second: hasSoundTime = hasSoundTime && number < 60
                }
            }
        }
        return rest.isEmpty ? Reading(year: year, month: month, day: day, hasSoundTime: hasSoundTime) : nil
    }

    private static func number(at rest: inout ArraySlice<UInt8>, _ width: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix(width.upperBound).prefix { (48...57).contains($0) }
        guard width.contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }

    private static func month(at rest: inout ArraySlice<UInt8>, _ letters: Int?) -> Int? {
        for month in 1...12 {
            let name = Month(year: 2000, month: month).name.lowercased()
            let wanted = Array((letters.map { String(name.prefix($0)) } ?? name).utf8)
            // Setting bit 0x20 turns a capital into a small letter and leaves small letters unchanged.
            guard rest.prefix(wanted.count).map({ $0 | 0x20 }) == wanted else { continue }
            rest = rest.dropFirst(wanted.count)
            return month
        }
        return nil
    }
}
