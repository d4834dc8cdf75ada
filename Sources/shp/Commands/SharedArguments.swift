import ArgumentParser
import Core

extension FinancialQuarter {
    /// Returns the quarter that an option names.
    static func argument(_ text: String) throws -> FinancialQuarter {
        guard let quarter = FinancialQuarter(text) else {
            throw ValidationError("'\(text)' is not a quarter; write 2019-20-Q1")
        }
        return quarter
    }
}

extension CalendarDate {
    /// Returns the day that an option names.
    static func argument(_ text: String) throws -> CalendarDate {
        guard let day = DateForm("yyyy-mm-dd")?.date(text) else {
            throw ValidationError("'\(text)' is not a day; write 2019-07-20")
        }
        return day
    }
}

/// How a list is written.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
}
