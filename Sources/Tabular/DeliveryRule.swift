/// How it is known on which day an extract was delivered, when no file beside it says so.
public enum DeliveryRule: Hashable, Sendable {
    /// By the first day `yyyy-mm-dd` in the file's name: `2019-07-10_crime.csv`.
    case fileName
    /// So many days after the time that the file is about, by its name: for files that name their month and no day, and
    /// that come out on a known day.
    case afterPeriod(days: Int)

    /// The day of delivery of the file at the path; nil when its name does not tell.
    public func day(ofFile path: String) -> CalendarDate? {
        switch self {
        case .fileName: FilePeriod.firstDay(inName: path)
        case .afterPeriod(let days):
            FilePeriod(fileName: path).map { CalendarDate(day: $0.last.day + Int32(days)) }
        }
    }
}
