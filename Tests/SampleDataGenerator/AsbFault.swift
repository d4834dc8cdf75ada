/// A fault that a row of an incident log can have.
enum AsbFault {
    case tooFewFields
    case tooManyFields
    case textAfterClosingQuote
    case quoteInsideUnquotedField
    case empty(AsbDialect.Column)
    case wrong(AsbDialect.Column, String)

    static func all(in log: AsbLog) -> [AsbFault] {
        switch log {
        case .hartlepool2017:
            [
                .tooFewFields, .textAfterClosingQuote, .empty(.closing), .wrong(.created, "31/02/2018 10:15"),
                .wrong(.neighbourhood, "E010119"), .wrong(.closing, "AS99"),
            ]
        case .cleveland2018Q1:
            [
                .tooManyFields, .quoteInsideUnquotedField, .empty(.neighbourhood), .empty(.created),
                .wrong(.created, "2018-13-01T09:00:00"), .wrong(.number, "2018/0412"), .wrong(.closing, "AS99"),
            ]
        case .hartlepool2018:
            [
                .tooFewFields, .quoteInsideUnquotedField, .empty(.number), .wrong(.created, "1/4/19"),
                .wrong(.neighbourhood, "e01011960"),
            ]
        case .cleveland2019Q1:
            [
                .tooFewFields, .tooManyFields, .textAfterClosingQuote, .empty(.neighbourhood),
                .wrong(.created, "2019-13-01T00:00:00"), .wrong(.created, "2019-06-12T24:30:00"),
                .wrong(.closing, "AS99"), .wrong(.number, "300619-1"),
            ]
        }
    }

    /// Returns an incident as a row with only this fault.
    func line(of incident: AsbIncident, in dialect: AsbDialect) -> DelimitedText.Line {
        var fields = dialect.fields(of: incident)
        let location = AsbDialect.Column.location.rawValue
        switch self {
        case .tooFewFields: return .fields(Array(fields.dropLast(2)))
        case .tooManyFields: return .fields(fields + ["E", "N"])
        case .textAfterClosingQuote:
            fields[location] = "\"The Lodge\" rear entrance"
            return .verbatim(dialect.text.row(fields, verbatimAt: location))
        case .quoteInsideUnquotedField:
            fields[location] = "Alley behind the \"Lodge"
            return .verbatim(dialect.text.row(fields, verbatimAt: location))
        case .empty(let column): fields[column.rawValue] = ""
        case .wrong(let column, let value): fields[column.rawValue] = value
        }
        return .fields(fields)
    }
}
