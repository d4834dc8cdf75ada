import CSV
public import Core
public import Indicators

/// A figure as it is in `figures.csv`.
public struct PublishedFigure: Hashable, Sendable {
    /// The key that identifies the figure.
    public let key: FigureKey
    /// The measure, that is, what the figure says about the row.
    public let measure: Measure
    /// The number to six decimal places; empty when there is none.
    public let value: String
    /// The figure as printed, its unit's name and its status.
    public let display, unit, status: String
    /// What is counted and the area's code; nil in releases from before `figures.csv` had these columns.
    public let subject, areaCode: String?

    /// The number; nil for a figure that is missing and for a target in words.
    public var number: Rational? { Rational(decimal: value) }

    /// Creates the entry that `figures.csv` has for the figure.
    public init(_ figure: Figure) {
        (key, measure) = (figure.key, figure.measure)
        value = figure.plainNumber ?? ""
        (display, unit, status) = (figure.display, figure.unit.name, figure.status)
        (subject, areaCode) = (figure.subject, figure.areaCode)
    }

    fileprivate init?(_ fields: [String]) {
        guard [10, 11, 13].contains(fields.count), let key = FigureKey(fields),
            let measure = Measure(rawValue: key.measure)
        else { return nil }
        (self.key, self.measure) = (key, measure)
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

    /// Reads the file. Throws an `UnreadableRelease` when it is not a file of figures.
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
