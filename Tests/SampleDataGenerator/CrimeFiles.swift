/// Makes the files of the folder `crime/`: three extracts, and a later extract with corrections.
struct CrimeFiles {
    private var chance = SplitMix64(seed: 0x5348_5033)
    /// The last reference number of a faulty row. These numbers are far above those of crimes that are counted.
    private var lastFaultyNumber = 900_000

    static func files() -> [SampleFile] {
        var writing = CrimeFiles()
        let register = CrimeRegister()
        return CrimeExtract.allCases.map { writing.file(of: $0, crimes: register.crimes[$0.rawValue]) }
            + [writing.corrections(of: register.crimes.flatMap { $0 })]
    }

    private mutating func file(of extract: CrimeExtract, crimes: [RecordedCrime]) -> SampleFile {
        let dialect = extract.dialect
        let rows = crimes.map { DelimitedText.Line.fields(dialect.fields(of: $0.firstReport, by: &chance)) }
        let repeats = (0..<(rows.count / 400)).map { _ in chance.pick(rows) }
        let faulty = CrimeFault.all(in: extract).map { row(with: $0, in: extract, as: dialect) }
        let blanks = Array(repeating: DelimitedText.Line.blank, count: extract == .hartlepool2017 ? 3 : 0)
        return dialect.text.file(
            path: extract.path, header: dialect.header,
            lines: rows.with(chance.shuffled(repeats + faulty + blanks), spreadBy: &chance))
    }

    private mutating func corrections(of crimes: [RecordedCrime]) -> SampleFile {
        let dialect = CrimeDialect.plain
        let rows = crimes.compactMap(\.corrected).map {
            DelimitedText.Line.fields(dialect.fields(of: $0, by: &chance))
        }
        let faulty = CrimeFault.amongCorrections.map { row(with: $0, in: .cleveland2019Q1, as: dialect) }
        return dialect.text.file(
            path: "crime/2019-07-17_force-crime_corrections.csv", header: dialect.header,
            lines: rows.with(faulty, spreadBy: &chance))
    }

    /// Returns a row with one fault, for a crime that is otherwise like the others.
    private mutating func row(
        with fault: CrimeFault, in extract: CrimeExtract, as dialect: CrimeDialect
    ) -> DelimitedText.Line {
        let area = chance.pick(extract.areas)
        lastFaultyNumber += 1
        let date = chance.day(in: extract.days)
        let crime = Crime(
            reference: "\(area.referenceLetters)\(date.parts.year - 2000)/\(lastFaultyNumber)",
            date: date, offence: .withCode(Offence.assaultWithInjury),
            place: CrimePlace(neighbourhood: chance.pick(area.neighbourhoods), authority: area.names[0], area: area))
        return fault.line(of: crime, in: dialect, by: &chance)
    }
}
