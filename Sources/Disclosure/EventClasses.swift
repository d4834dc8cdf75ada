import Core
import Indicators

/// The classes of categories and months that counts of events distinguish. Categories in the same sets, or months in
/// the same periods, form one class, which is named by the positions of those sets or periods.
struct EventClasses {
    private(set) var categories: [Int: [Int]] = [:]
    private(set) var months: [Month: [Int]] = [:]
    /// The flags that counts use, and all sets of them.
    private(set) var flags: UInt16 = 0
    private(set) var flagSets: [UInt16] = [0]

    private var categoriesOfClass: [[Int]: [Int]] = [:]
    private var monthsOfClass: [[Int]: [Month]] = [:]

    /// Returns the categories of a class; `months(of:)` returns its months.
    func categories(of name: [Int]) -> [Int] { categoriesOfClass[name] ?? [] }
    func months(of name: [Int]) -> [Month] { monthsOfClass[name] ?? [] }

    /// Removes the sets of flags that no event can have, because they are different values of one column. Sets that
    /// occur in an event are kept.
    mutating func leaveOut(_ others: [UInt16: UInt16], unlessUsed used: Set<UInt16>) {
        flagSets.removeAll { !used.contains($0) && !FlagBits.canOccur($0, asked: flags, others: others) }
    }

    init(_ subjects: [CountSubject]) {
        // Each set of categories and each period has one number. Two counts that differ in only one of them are then
        // distinguished by its number.
        var sets: [Set<Int>: Int] = [:]
        var periods: [Period: Int] = [:]
        for subject in subjects {
            guard case .events(let events) = subject else { continue }
            let (wanted, flag, period) = (events.categories, events.flag, events.months)
            if let flag = flag.map({ FlagBits.lacked(by: $0) ?? $0 }), flags & flag == 0 {
                flagSets += flagSets.map { $0 | flag }
                flags |= flag
            }
            if sets[wanted] == nil {
                for category in wanted { categories[category, default: []].append(sets.count) }
                sets[wanted] = sets.count
            }
            if periods[period] == nil {
                for month in period.months { months[month, default: []].append(periods.count) }
                periods[period] = periods.count
            }
        }
        for (category, name) in categories { categoriesOfClass[name, default: []].append(category) }
        for (month, name) in months { monthsOfClass[name, default: []].append(month) }
    }
}
