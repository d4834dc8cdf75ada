/// An area and a period in the extract that covers both. Crimes are counted by cell.
enum CrimeCell: Int, CaseIterable {
    case hartlepool2017Q1, hartlepool2017Q2, hartlepool2017Q3, hartlepool2017Q4
    case hartlepool2018Q1, hartlepool2018Q2, hartlepool2018Q3, hartlepool2018Q4
    case hartlepool2019Q1, redcar2019Q1, middlesbrough2019Q1, stockton2019Q1
    case hartlepool2019July, redcar2019July, middlesbrough2019July, stockton2019July

    var extract: CrimeExtract {
        switch rawValue {
        case 0...3: .hartlepool2017
        case 4...7: .hartlepool2018
        default: .cleveland2019Q1
        }
    }

    var area: Area {
        switch self {
        case .redcar2019Q1, .redcar2019July: .redcar
        case .middlesbrough2019Q1, .middlesbrough2019July: .middlesbrough
        case .stockton2019Q1, .stockton2019July: .stockton
        default: .hartlepool
        }
    }

    /// The days of the cell. July has only the days before the extract was made.
    var days: ClosedRange<CalendarDate> {
        switch rawValue {
        case 0...7: Self.quarter(of: 2017 + rawValue / 4, rawValue % 4 + 1)
        case 8...11: Self.quarter(of: 2019, 1)
        default: CalendarDate(2019, 7, 1)...CalendarDate(2019, 7, 9)
        }
    }

    /// The cells with counts by group in the quarter's paper.
    static let published: [CrimeCell] = [
        .hartlepool2018Q1, .hartlepool2019Q1, .redcar2019Q1, .middlesbrough2019Q1, .stockton2019Q1,
    ]

    /// Returns the days of a quarter of the financial year that begins in April of `year`.
    static func quarter(of year: Int, _ quarter: Int) -> ClosedRange<CalendarDate> {
        switch quarter {
        case 1: CalendarDate(year, 4, 1)...CalendarDate(year, 6, 30)
        case 2: CalendarDate(year, 7, 1)...CalendarDate(year, 9, 30)
        case 3: CalendarDate(year, 10, 1)...CalendarDate(year, 12, 31)
        default: CalendarDate(year + 1, 1, 1)...CalendarDate(year + 1, 3, 31)
        }
    }
}

/// The extracts in which crimes are first delivered.
enum CrimeExtract: Int, CaseIterable {
    case hartlepool2017, hartlepool2018, cleveland2019Q1

    var path: String {
        switch self {
        case .hartlepool2017: "crime/2018-04-11_force-crime_hartlepool_2017-18.csv"
        case .hartlepool2018: "crime/2019-04-10_force-crime_hartlepool_2018-19.csv"
        case .cleveland2019Q1: "crime/2019-07-10_force-crime_cleveland_2019-20-Q1.csv"
        }
    }

    var dialect: CrimeDialect {
        self == .cleveland2019Q1 ? .reordered : .plain
    }

    /// The days that the extract covers.
    var days: ClosedRange<CalendarDate> {
        switch self {
        case .hartlepool2017: CalendarDate(2017, 4, 1)...CalendarDate(2018, 3, 31)
        case .hartlepool2018: CalendarDate(2018, 4, 1)...CalendarDate(2019, 3, 31)
        case .cleveland2019Q1: CalendarDate(2019, 4, 1)...CalendarDate(2019, 7, 9)
        }
    }

    var areas: [Area] {
        self == .cleveland2019Q1 ? Area.allCases : [.hartlepool]
    }
}
