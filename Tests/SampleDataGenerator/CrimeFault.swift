/// A fault that a row of a force's extract can have. The row is quarantined with the reason, and not counted.
enum CrimeFault {
    case tooFewFields
    case tooManyFields
    case textAfterClosingQuote
    case quoteInsideUnquotedField
    case empty(CrimeColumn)
    case wrong(CrimeColumn, String)
    /// A row with neither a neighbourhood nor an authority.
    case nowhere
    /// A row with no neighbourhood and an unknown authority.
    case misspeltAuthority

    static func all(in extract: CrimeExtract) -> [CrimeFault] {
        switch extract {
        case .hartlepool2017:
            [
                .tooFewFields, .tooManyFields, .textAfterClosingQuote, .empty(.reference), .empty(.code),
                .wrong(.date, "31/02/2018"), .wrong(.date, "1/4/17"), .wrong(.hate, "Maybe"),
                .wrong(.neighbourhood, "E0101195"), .wrong(.code, "999Z"), .nowhere, .misspeltAuthority,
            ]
        case .hartlepool2018:
            [
                .tooFewFields, .quoteInsideUnquotedField, .empty(.date), .wrong(.date, "31/02/2019"),
                .wrong(.date, "1/4/19"), .wrong(.cancelled, "Maybe"), .wrong(.reference, "HP18-900100"),
                .wrong(.neighbourhood, "X01011960"), .wrong(.code, "999Z"), .nowhere, .misspeltAuthority,
            ]
        case .cleveland2019Q1:
            [
                .tooFewFields, .tooManyFields, .textAfterClosingQuote, .quoteInsideUnquotedField, .empty(.reference),
                .empty(.date), .empty(.code), .wrong(.date, "2019-13-01"), .wrong(.date, "2019-06-31"),
                .wrong(.domestic, "Maybe"), .wrong(.hate, "2"), .wrong(.reference, "CL/19/0004"),
                .wrong(.neighbourhood, "E0101196O"), .wrong(.code, "999Z"), .wrong(.code, "008/99"), .nowhere,
                .misspeltAuthority,
            ]
        }
    }

    /// The faults in the extract of corrections, which has the plain format.
    static let amongCorrections: [CrimeFault] = [.empty(.code), .wrong(.date, "30/06/19"), .misspeltAuthority]

    /// Returns a crime as a row with only this fault.
    func line(of crime: Crime, in dialect: CrimeDialect, by chance: inout SplitMix64) -> DelimitedText.Line {
        var fields = dialect.fields(of: crime, by: &chance)
        let title = dialect.position(of: .title)
        switch self {
        case .tooFewFields: return .fields(Array(fields.dropLast(2)))
        case .tooManyFields: return .fields(fields + ["see log"])
        case .textAfterClosingQuote:
            fields[title] = "\"Assault\" with injury"
            return .verbatim(dialect.text.row(fields, verbatimAt: title))
        case .quoteInsideUnquotedField:
            fields[title] = "Knife 5\" blade"
            return .verbatim(dialect.text.row(fields, verbatimAt: title))
        case .empty(let column): fields[dialect.position(of: column)] = ""
        case .wrong(let column, let value): fields[dialect.position(of: column)] = value
        case .nowhere:
            fields[dialect.position(of: .neighbourhood)] = ""
            fields[dialect.position(of: .authority)] = ""
        case .misspeltAuthority:
            fields[dialect.position(of: .neighbourhood)] = ""
            fields[dialect.position(of: .authority)] = "Hartlepol"
        }
        return .fields(fields)
    }
}
