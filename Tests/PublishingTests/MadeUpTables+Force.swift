import Core
import Indicators

extension MadeUpTables {
    /// A tree of 31 rows for five areas, with a count and a rate for each area.
    static let force = FigureTable(
        id: "recorded-crime-force", title: "Recorded crime by local authority, Cleveland, April to June 2019",
        sectionHeading: nil, rowHeading: "Offence",
        columns: areas.flatMap { area, _, _ in
            [
                FigureTable.Column(heading: area, measure: .value),
                FigureTable.Column(heading: "\(area) rate per 1,000", measure: .rate),
            ]
        },
        rows: offences.enumerated().map { index, offence in forceRow(index, offence) },
        source: "Cleveland Police, extract of recorded crime; population: Census 2011.",
        notes: [
            "Rates are per 1,000 residents in households, those of residential burglary per 1,000 households.",
            "Differences of proportions are in percentage points.",
        ])

    private static let areas = [
        ("Hartlepool", 91_091, 40_434), ("Redcar and Cleveland", 133_938, 59_605),
        ("Middlesbrough", 136_147, 57_203), ("Stockton-on-Tees", 187_959, 79_159), ("Cleveland", 549_135, 236_401),
    ]

    private static let offences = [
        ("Violence against the person", 0), ("Homicide", 1), ("Death or injury due to driving", 1),
        ("Violence with injury", 1), ("Violence without injury", 1), ("Stalking and harassment", 1),
        ("Sexual offences", 0), ("Rape", 1), ("Other sexual offences", 1), ("Robbery", 0), ("Business robbery", 1),
        ("Personal robbery", 1), ("Acquisitive crime", 0), ("Burglary – residential", 1),
        ("Burglary – business and community", 1), ("Bicycle theft", 1), ("Theft from the person", 1),
        ("Vehicle crime (including interference)", 1), ("Shoplifting", 1), ("Other theft", 1),
        ("Criminal damage and arson", 0), ("Total victim-based crime", 0), ("Public disorder", 0),
        ("Drug offences", 0), ("Trafficking of drugs", 1), ("Possession or use of drugs", 1),
        ("Possession of weapons", 0), ("Miscellaneous crimes against society", 0), ("Of these, fraud", 1),
        ("Total police-generated crime", 0), ("Total recorded crime", 0),
    ]

    private static func forceRow(_ index: Int, _ offence: (label: String, depth: Int)) -> FigureTable.Row {
        let perHousehold = offence.label == "Burglary – residential"
        let section = index < 22 ? "victim-based" : "police-generated"
        let figures = areas.enumerated().flatMap { position, area -> [Figure] in
            let count =
                index == 1
                ? 0 : (37 * (index + 3) * (position + 2)) % 1907 * (offence.label.hasPrefix("Total") ? 11 : 1)
            let base = perHousehold ? area.2 : area.1
            let unit = FigureUnit.rate(
                denominator: perHousehold ? "households (Census 2011)" : "residents in households (Census 2011)")
            let rate = Rational(count * 1000, over: base).map { FigureValue.number($0) } ?? .missing(.noDenominator)
            let undivided = offence.label == "Of these, fraud"
            return [
                Figure(
                    table: "recorded-crime-force", section: section, row: offence.label, area: area.0, measure: .value,
                    period: "2019-20-Q1", value: undivided ? .missing(.notDivided) : .number(Rational(count)),
                    unit: .count("crimes"), decimals: 0),
                Figure(
                    table: "recorded-crime-force", section: section, row: offence.label, area: area.0, measure: .rate,
                    period: "2019-20-Q1", value: undivided ? .missing(.partMissing) : rate, unit: unit, decimals: 1),
            ]
        }
        return FigureTable.Row(
            section: section, label: offence.label, depth: offence.depth, isTotal: offence.label.hasPrefix("Total"),
            figures: figures)
    }
}
