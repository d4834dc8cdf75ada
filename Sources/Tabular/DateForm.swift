/// A fixed-width way to write a date or a date and time, such as `dd/mm/yyyy` or `yyyy-mm-ddThh:mm:ss`.
/// `mm` is the month until `hh` has been seen, and the minute from there on.
public struct DateForm: Hashable, Sendable {
    /// The form as the schema writes it.
    public let text: String
    private let parts: [Part]

    private enum Part: Hashable, Sendable {
        case year, month, day, hour, minute, second
        case literal(UInt8)

        var width: Int {
            switch self {
            case .year: 4
            case .literal: 1
            default: 2
            }
        }
    }

    /// Nil when the text lacks a day, month or year.
    public init?(_ text: String) {
        var rest = text[...]
        var parts: [Part] = []
        let words: [(String, Part)] = [
            ("yyyy", .year), ("dd", .day), ("mm", .month), ("hh", .hour), ("ss", .second),
        ]
        scan: while let next = rest.utf8.first {
            for (word, part) in words where rest.hasPrefix(word) {
                parts.append(part == .month && parts.contains(.hour) ? .minute : part)
                rest = rest.dropFirst(word.count)
                continue scan
            }
            parts.append(.literal(next))
            rest = rest.dropFirst()
        }
        guard Set(parts).isSuperset(of: [.year, .month, .day]) else { return nil }
        self.text = text
        self.parts = parts
    }

    /// Whether the form has a time of the day, too.
    public var hasTime: Bool { parts.contains(.hour) }

    /// The day that the text names in this form; nil when it is not in this form or there is no such day or time.
    public func date(_ text: String) -> CalendarDate? {
        let bytes = Array(text.utf8)
        var position = 0
        var (year, month, day) = (0, 0, 0)
        for part in parts {
            guard position + part.width <= bytes.count else { return nil }
            let slice = bytes[position..<position + part.width]
            position += part.width
            if case .literal(let byte) = part {
                guard slice.first == byte else { return nil }
                continue
            }
            guard slice.allSatisfy({ (48...57).contains($0) }) else { return nil }
            let number = slice.reduce(0) { $0 * 10 + Int($1) - 48 }
            switch part {
            case .year: year = number
            case .month: month = number
            case .day: day = number
            case .hour: guard number < 24 else { return nil }
            case .minute, .second: guard number < 60 else { return nil }
            case .literal: break
            }
        }
        guard position == bytes.count else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
