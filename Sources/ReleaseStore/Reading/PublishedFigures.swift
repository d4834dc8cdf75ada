import CSV
public import Core
public import Indicators

/// What tells a figure of a release from the others.
public struct FigureName: Hashable, Sendable {
    /// The table's identifier, the section and the label of the row, and the area's short name.
    public let table, section, row, area: String
    /// What it says of the row.
    public let measure: Measure
    /// The quarter or year that it is for: `2019-20-Q1`, `2018-19`.
    public let period: String
}

/// A figure as `figures.csv` has it.
public struct PublishedFigure: Hashable, Sendable {
    /// What tells it from the others.
    public let name: FigureName
    /// The number to six places, or nothing.
    public let value: String
    /// The figure as printed, its unit's name and its status.
    public let display, unit, status: String
    /// What is counted and the area's code; nil in releases that were sealed before `figures.csv` had them.
    public let subject, areaCode: String?

    /// The number; nil for a figure that is missing and for a target in words.
    public var number: Rational? { Rational(decimal: value) }

    /// What `figures.csv` says of the figure.
    public init(_ figure: Figure) {
        name = FigureName(
            table: figure.table, section: figure.section, row: figure.row, area: figure.area, measure: figure.measure,
            period: figure.period)
        value = figure.plainNumber ?? ""
        (display, unit, status) = (figure.display, figure.unit.name, figure.status)
        (subject, areaCode) = (figure.subject, figure.areaCode)
    }

    fileprivate init?(_ fields: [String]) {
        guard [10, 11, 13].contains(fields.count), let measure = Measure(rawValue: fields[4]) else {
            return nil
        }
        name = FigureName(
            table: fields[0], section: fields[1], row: fields[2], area: fields[3], measure: measure, period: fields[5])
        (value, display, unit, status) = (fields[6], fields[7], fields[8], fields[9])
        let meaning = fields.dropFirst(11)
        subject = meaning.first.flatMap { $0.isEmpty ? nil : $0 }
        areaCode = meaning.last.flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// The figures of a release, read from its `figures.csv`.
public struct PublishedFigures: Sendable {
    /// Every figure, table by table and row by row.
    public let all: [PublishedFigure]

    /// Reads the file. Throws an `UnreadableRelease` when it is none of ours.
    init(file: String) throws(UnreadableRelease) {
        guard let records = try? CSVRecords(file: file).records,
            records.first.map(FiguresCSV.isHeader) == true
        else {
            throw .unreadable(file: file)
        }
        let figures = records.dropFirst().compactMap(PublishedFigure.init)
        guard figures.count == records.count - 1 else { throw .unreadable(file: file) }
        all = figures
    }
}
