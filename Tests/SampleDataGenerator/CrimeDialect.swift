/// The columns of a force's crime extract.
enum CrimeColumn {
    case reference, date, code, title, neighbourhood, authority, hate, domestic, cancelled
    /// A column that is not in the schema.
    case beat
}

/// The format in which a force's system exports crimes: the columns with their order and names, and the form of values.
struct CrimeDialect {
    let columns: [(column: CrimeColumn, header: String)]
    let text: DelimitedText
    let dates: DateDialect
    let flags: (set: String, unset: String)
    let padsCodes: Bool

    /// Short headers, dates that begin with the day, and codes as in the Home Office's list.
    static let plain = CrimeDialect(
        columns: [
            (.reference, "Crime Ref"), (.date, "Recorded Date"), (.code, "HO Code"), (.title, "Offence"),
            (.neighbourhood, "LSOA"), (.authority, "Local Authority"), (.hate, "Hate"), (.domestic, "Domestic"),
            (.cancelled, "Cancelled"),
        ],
        text: DelimitedText(lineBreak: "\r\n"), dates: .dayFirst, flags: ("Y", "N"), padsCodes: false)

    /// Long headers in another order, ISO dates, and padded codes.
    static let reordered = CrimeDialect(
        columns: [
            (.reference, "Crime Reference Number"), (.code, "Home Office Classification"),
            (.title, "Offence Description"), (.date, "Date Recorded"), (.beat, "Beat"), (.authority, "District"),
            (.neighbourhood, "LSOA Code"), (.hate, "Hate Crime Flag"), (.domestic, "Domestic Abuse Flag"),
            (.cancelled, "Crime Cancelled"),
        ],
        text: DelimitedText(), dates: .iso, flags: ("Yes", "No"), padsCodes: true)

    var header: [String] {
        columns.map(\.header)
    }

    /// Returns the position of a column among the fields of a row.
    func position(of column: CrimeColumn) -> Int {
        columns.firstIndex { $0.column == column } ?? 0
    }

    /// Returns the fields of a crime's row.
    func fields(of crime: Crime, by chance: inout SplitMix64) -> [String] {
        columns.map { column, _ in
            switch column {
            case .reference: crime.reference
            case .date: dates.write(crime.date)
            case .code: code(of: crime.offence, by: &chance)
            case .title: crime.offence.title
            case .neighbourhood: crime.place.neighbourhood
            case .authority: crime.place.authority
            case .hate: flag(crime.isHate, by: &chance)
            case .domestic: flag(crime.isDomestic, by: &chance)
            case .cancelled: crime.isCancelled ? flags.set : flags.unset
            case .beat: crime.place.area.referenceLetters + String(1 + chance.below(9))
            }
        }
    }

    private func code(of offence: Offence, by chance: inout SplitMix64) -> String {
        guard padsCodes else { return offence.code }
        // An older system gives assault with injury a number within class 8.
        if offence.code == Offence.assaultWithInjury, chance.chance(percent: 15) { return "008/06" }
        return offence.paddedCode
    }

    /// Returns the text of a flag. Some unset flags are left empty.
    private func flag(_ isSet: Bool, by chance: inout SplitMix64) -> String {
        if isSet { return flags.set }
        return chance.chance(percent: 2) ? "" : flags.unset
    }
}
