/// A fault that a row of an agency's extract can have.
enum TreatmentFault {
    case tooFewFields
    case tooManyFields
    case textAfterClosingQuote
    case quoteInsideUnquotedField
    /// A missing value in a column.
    case empty(TreatmentColumn)
    case wrong(TreatmentColumn, String)
    case dischargedBeforeTriage

    static func all(of agency: TreatmentAgency) -> [TreatmentFault] {
        switch agency {
        case .first:
            [
                .tooFewFields, .textAfterClosingQuote, .empty(.born), .wrong(.triaged, "31/02/2019"),
                .wrong(.modalityStart, "1/4/19"), .wrong(.sex, "7"), .wrong(.firstInitial, "JS"),
                .dischargedBeforeTriage,
                .empty(.authority),
            ]
        case .second:
            [
                .tooManyFields, .quoteInsideUnquotedField, .empty(.triaged), .wrong(.discharged, "2019-13-01"),
                .wrong(.reason, "55"), .wrong(.consent, "?"), .wrong(.drug1, "101"), .dischargedBeforeTriage,
                .wrong(.authority, "Hartlepol"),
            ]
        }
    }

    /// Returns a row with only this fault.
    func line(of fields: [String], agency: TreatmentAgency, text: DelimitedText) -> DelimitedText.Line {
        var fields = fields
        let client = TreatmentColumn.client.rawValue
        switch self {
        case .tooFewFields: return .fields(Array(fields.dropLast(2)))
        case .tooManyFields: return .fields(fields + ["1"])
        case .textAfterClosingQuote:
            fields[client] = "\"" + fields[client] + "\"B"
            return .verbatim(text.row(fields, verbatimAt: client))
        case .quoteInsideUnquotedField:
            fields[client] = fields[client] + "\"B"
            return .verbatim(text.row(fields, verbatimAt: client))
        case .empty(let column): fields[column.rawValue] = agency.missing
        case .wrong(let column, let value): fields[column.rawValue] = value
        case .dischargedBeforeTriage:
            fields[TreatmentColumn.triaged.rawValue] = agency.dates.write(CalendarDate(2018, 10, 2))
            fields[TreatmentColumn.discharged.rawValue] = agency.dates.write(CalendarDate(2018, 10, 1))
            fields[TreatmentColumn.reason.rawValue] = agency.leftReasons[0]
        }
        return .fields(fields)
    }
}
