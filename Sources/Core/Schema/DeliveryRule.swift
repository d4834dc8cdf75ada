/// The rule for finding the day on which an extract was delivered, when no file beside the extract states it.
public struct DeliveryRule: Hashable, Sendable {
    /// A form of date in a file's name, besides `yyyy-mm-dd`, that a schema may declare.
    public enum NameForm: String, CaseIterable, Sendable {
        /// Six digits, a day of this century: `240425` is 24 April 2025.
        case ddmmyy
        /// The month in which the data ends: `dec24` stands for 31 December 2024. The latest of several is used.
        case mmmyy
    }

    /// The forms of date in the file's name, in the order in which they are tried.
    public var forms: [NameForm]
    /// The number of days from the end of the period in a file's name to the file's delivery. This is for files that
    /// name their month but no day, and are published on a known day.
    public var daysAfterPeriod: Int?

    /// Creates a rule from its parts.
    public init(forms: [NameForm] = [], daysAfterPeriod: Int? = nil) {
        self.forms = forms
        self.daysAfterPeriod = daysAfterPeriod
    }

    /// The rule that uses only the names of the file and its folders.
    public static let fileName = DeliveryRule()

    /// Returns a rule that uses the names first, and otherwise the end of the file's period plus a number of days.
    public static func afterPeriod(days: Int) -> DeliveryRule { DeliveryRule(daysAfterPeriod: days) }

    /// Returns the days on which the file at the path may have been delivered, the most certain first. They come from a
    /// day in the file's name, then from a day or month in the name of a folder above (the nearest first). The end of
    /// the data and the number of days after the period come last.
    public func days(ofFile path: String) -> [DeliveryDay] {
        let parts = path.utf8.split(separator: 47).map { Substring($0) }
        guard let name = parts.last else { return [] }
        let spans = FilePeriod.spans(Array(name.utf8))
        var days: [DeliveryDay] = []
        if let day = spans.first(where: { $0.first == $0.last })?.first { days.append(DeliveryDay(day)) }
        if forms.contains(.ddmmyy), let day = NameForm.day(in: name) { days.append(DeliveryDay(day)) }
        let data = FilePeriod(spans: spans)
        for folder in parts.dropLast().reversed() {
            if let day = Self.day(ofFolder: folder, data: data) { days.append(day) }
        }
        if forms.contains(.mmmyy), let month = NameForm.lastMonth(in: name) { days.append(DeliveryDay(month.lastDay)) }
        if let daysAfterPeriod, let period = FilePeriod(fileName: path) {
            days.append(DeliveryDay(CalendarDate(day: period.last.day + Int32(daysAfterPeriod))))
        }
        return days
    }

    /// Returns the day in a folder's name. A folder that is named after the month of its data does not show the day of
    /// delivery.
    private static func day(
        ofFolder folder: Substring, data: FilePeriod?
    ) -> DeliveryDay? {
        let spans = FilePeriod.spans(Array(folder.utf8))
        if let day = spans.first(where: { $0.first == $0.last })?.first { return DeliveryDay(day) }
        guard let month = spans.last?.last.month else { return nil }
        if Month(folder) == month {
            // A file without a month in its name must be read before its period is known.
            guard let data else { return DeliveryDay(month.lastDay, folderMonth: month, isCertain: false) }
            guard month < data.first.month || data.last.month < month else { return nil }
        }
        return DeliveryDay(month.lastDay, folderMonth: month)
    }
}

/// A day on which a file may have been delivered.
public struct DeliveryDay: Hashable, Sendable {
    /// The day.
    public let day: CalendarDate
    /// The month in a folder's name, when the day is the last day of that month; nil when the day has another origin.
    public let folderMonth: Month?
    /// Whether names alone show that this is a day of delivery. Otherwise, it is a day of delivery only if the file's
    /// rows are of other months.
    public let isCertain: Bool

    /// Creates a day, with the month that it was derived from.
    public init(_ day: CalendarDate, folderMonth: Month? = nil, isCertain: Bool = true) {
        self.day = day
        self.folderMonth = folderMonth
        self.isCertain = isCertain
    }
}

extension DeliveryRule.NameForm {
    /// Returns the day from the last run of exactly six digits that is a day `ddmmyy`.
    fileprivate static func day(in name: Substring) -> CalendarDate? {
        let runs = name.utf8.split { !(48...57).contains($0) }.map { Substring($0) }
        return runs.reversed().lazy.compactMap { run -> CalendarDate? in
            guard run.utf8.count == 6, let form = DateForm("dd/mm/yyyy") else { return nil }
            let (day, month, year) = (run.prefix(2), run.dropFirst(2).prefix(2), run.suffix(2))
            return form.date("\(day)/\(month)/20\(year)")
        }.first
    }

    /// Returns the latest month `mmmyy` in the name.
    fileprivate static func lastMonth(in name: Substring) -> Month? {
        let words = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let names = (1...12).map { Month(year: 2000, month: $0).name.prefix(3).lowercased() }
        return words.compactMap { word -> Month? in
            guard word.utf8.count == 5, let number = names.firstIndex(of: word.prefix(3).lowercased()),
                word.suffix(2).allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(word.suffix(2))
            else { return nil }
            return Month(year: 2000 + year, month: number + 1)
        }.max()
    }
}
