/// The number of anti-social behaviour incidents in one log, area and period.
struct AsbCell {
    let log: AsbLog
    let area: Area
    let days: ClosedRange<CalendarDate>
    /// The final counts of personal, nuisance and environmental incidents.
    let counts: [Int]

    /// Hartlepool's first quarters, all of 2019 and the totals of 2018 come from the quarter's paper; the rest is made
    /// up.
    static let all: [AsbCell] = [
        AsbCell(.hartlepool2017, .hartlepool, CrimeCell.quarter(of: 2017, 1), [540, 1190, 50]),
        AsbCell(.hartlepool2017, .hartlepool, CrimeCell.quarter(of: 2017, 2), [520, 1130, 48]),
        AsbCell(.hartlepool2017, .hartlepool, CrimeCell.quarter(of: 2017, 3), [400, 900, 42]),
        AsbCell(.hartlepool2017, .hartlepool, CrimeCell.quarter(of: 2017, 4), [330, 725, 35]),
        AsbCell(.cleveland2018Q1, .hartlepool, CrimeCell.quarter(of: 2018, 1), [510, 1091, 47]),
        AsbCell(.cleveland2018Q1, .redcar, CrimeCell.quarter(of: 2018, 1), [612, 1390, 60]),
        AsbCell(.cleveland2018Q1, .middlesbrough, CrimeCell.quarter(of: 2018, 1), [742, 2096, 62]),
        AsbCell(.cleveland2018Q1, .stockton, CrimeCell.quarter(of: 2018, 1), [701, 2077, 27]),
        AsbCell(.hartlepool2018, .hartlepool, CrimeCell.quarter(of: 2018, 2), [430, 1085, 45]),
        AsbCell(.hartlepool2018, .hartlepool, CrimeCell.quarter(of: 2018, 3), [330, 890, 40]),
        AsbCell(.hartlepool2018, .hartlepool, CrimeCell.quarter(of: 2018, 4), [280, 765, 33]),
        AsbCell(.cleveland2019Q1, .hartlepool, CrimeCell.quarter(of: 2019, 1), [247, 848, 35]),
        AsbCell(.cleveland2019Q1, .redcar, CrimeCell.quarter(of: 2019, 1), [389, 1157, 41]),
        AsbCell(.cleveland2019Q1, .middlesbrough, CrimeCell.quarter(of: 2019, 1), [528, 2033, 45]),
        AsbCell(.cleveland2019Q1, .stockton, CrimeCell.quarter(of: 2019, 1), [490, 1906, 14]),
        AsbCell(.cleveland2019Q1, .hartlepool, daysOfJuly2019, [14, 45, 2]),
        AsbCell(.cleveland2019Q1, .redcar, daysOfJuly2019, [19, 52, 3]),
        AsbCell(.cleveland2019Q1, .middlesbrough, daysOfJuly2019, [27, 96, 2]),
        AsbCell(.cleveland2019Q1, .stockton, daysOfJuly2019, [24, 88, 1]),
    ]

    private static let daysOfJuly2019 = CalendarDate(2019, 7, 1)...CalendarDate(2019, 7, 9)

    private init(_ log: AsbLog, _ area: Area, _ days: ClosedRange<CalendarDate>, _ counts: [Int]) {
        self.log = log
        self.area = area
        self.days = days
        self.counts = counts
    }
}

/// An incident log, as delivered to the landing folder.
enum AsbLog: Int, CaseIterable {
    case hartlepool2017, cleveland2018Q1, hartlepool2018, cleveland2019Q1

    var path: String {
        switch self {
        case .hartlepool2017: "asb/2018-04-11_asb_hartlepool_2017-18.csv"
        case .cleveland2018Q1: "asb/2018-07-11_asb_cleveland_2018-19-Q1.csv"
        case .hartlepool2018: "asb/2019-04-10_asb_hartlepool_2018-19-Q2-Q4.csv"
        case .cleveland2019Q1: "asb/2019-07-10_asb_cleveland_2019-20-Q1.csv"
        }
    }

    var dialect: AsbDialect {
        switch self {
        case .hartlepool2017:
            AsbDialect(
                isLong: false, text: DelimitedText(encoding: .windows1252, lineBreak: "\r\n"),
                names: ["Café Marina", "The £1 Bazaar", "St Aidan’s Hall", "Brasserie Zoé"])
        case .cleveland2018Q1:
            AsbDialect(
                isLong: true, text: DelimitedText(encoding: .utf8WithByteOrderMark),
                names: ["Café Marina", "Stephenson’s Yard", "Tees Arcade"])
        case .hartlepool2018:
            AsbDialect(
                isLong: false, text: DelimitedText(lineBreak: "\r\n", endsWithLineBreak: false),
                names: ["Harbour Hall", "Tees Arcade", "Station Kiosk"])
        case .cleveland2019Q1:
            AsbDialect(
                isLong: true, text: DelimitedText(),
                names: ["Café Marina", "Łukasz Deli", "The £1 Bazaar", "“The Old Anchor”", "Brasserie Zoé"])
        }
    }
}
