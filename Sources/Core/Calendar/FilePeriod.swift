/// The period that a file covers, according to its name. `2014-04-cleveland-street.csv` names a month,
/// `2014-04_2014-06.csv` the months from one to the other, and `2019-07-10_crime.csv` a day. Folder names are used only
/// when the file's own name has no period: `2014-04/street.csv`. A day in a folder's name is ignored, because it is the
/// day of a delivery.
public struct FilePeriod: Hashable, Sendable {
    /// The first and the last day.
    public let first: CalendarDate
    public let last: CalendarDate

    /// Returns nil when the name holds neither a month `yyyy-mm` nor a day `yyyy-mm-dd`.
    public init?(fileName: String) {
        for (depth, part) in fileName.utf8.split(separator: 47).reversed().enumerated() {
            let spans = Self.spans(Array(part)).filter { depth == 0 || $0.first != $0.last }
            guard let period = FilePeriod(spans: spans) else { continue }
            self = period
            return
        }
        return nil
    }

    /// Creates the period from the earliest to the latest of the spans; nil when there are none.
    init?(spans: [(first: CalendarDate, last: CalendarDate)]) {
        guard let first = spans.lazy.map(\.first).min(), let last = spans.lazy.map(\.last).max() else { return nil }
        self.first = first
        self.last = last
    }

    /// Returns the days and months in one part of a path, in order. For a day, `first` and `last` are the same.
    static func spans(_ name: [UInt8]) -> [(first: CalendarDate, last: CalendarDate)] {
        var spans: [(CalendarDate, CalendarDate)] = []
        var position = 0
        while position + 7 <= name.count {
            // This quick test comes first: few positions in a name look like a month, and each name is scanned more
            // than once.
            let isStart =
                name[position + 4] == 45 && isDigit(name[position]) && (position == 0 || !isDigit(name[position - 1]))
            guard isStart, let month = month(name, position) else {
                position += 1
                continue
            }
            let isLonger = position + 7 < name.count && name[position + 7] == 45
            let day = isLonger ? isoDay?.date(text(name, position, 10)) : nil
            let length = day == nil ? 7 : 10
            let isEnd = position + length >= name.count || !isDigit(name[position + length])
            if isEnd { spans.append(day.map { ($0, $0) } ?? (month.firstDay, month.lastDay)) }
            position += length
        }
        return spans
    }

    /// Returns the month `yyyy-mm` at the position; nil when there is none.
    private static func month(_ name: [UInt8], _ start: Int) -> Month? {
        func number(_ digits: Range<Int>) -> Int? {
            var number = 0
            for byte in name[digits] {
                guard isDigit(byte) else { return nil }
                number = number * 10 + Int(byte - 48)
            }
            return number
        }
        guard let year = number(start..<start + 4), let month = number(start + 5..<start + 7), (1...12).contains(month)
        else { return nil }
        return Month(year: year, month: month)
    }

    private static let isoDay = DateForm("yyyy-mm-dd")

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func text(_ name: [UInt8], _ start: Int, _ length: Int) -> String {
        String(decoding: name[start..<min(start + length, name.count)], as: UTF8.self)
    }
}
