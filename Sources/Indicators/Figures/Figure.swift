public import Core

/// One figure of the indicator set, with everything that says what it is.
public struct Figure: Hashable, Sendable {
    /// What tells it from the others of its release.
    public let key: FigureKey
    /// What it says of the row.
    public let measure: Measure
    /// What it says.
    public let value: FigureValue
    /// What it is a number of.
    public let unit: FigureUnit
    /// Decimal places in print.
    public let decimals: Int
    /// What follows the number, in order; a figure that is missing shows none.
    public var markers: [ObservationMarker]
    /// How many quarantined rows may belong to the figure; nil where that is not stated, as for personal data.
    public var rowsAtFault: Int?
    /// What it counts, as `Indicator.meaning` says; nil for a figure without an indicator.
    public let subject: String?
    /// The ONS code of the area; nil with the subject.
    public let areaCode: String?

    /// A figure from its parts.
    public init(
        table: String, section: String, row: String, area: String, measure: Measure, period: String,
        value: FigureValue, unit: FigureUnit, decimals: Int, markers: [ObservationMarker] = [],
        rowsAtFault: Int? = nil, subject: String? = nil, areaCode: String? = nil
    ) {
        key = FigureKey(
            table: table, section: section, row: row, area: area, measure: measure.rawValue, period: period)
        self.measure = measure
        self.value = value
        self.unit = unit
        self.decimals = decimals
        self.markers = markers.sorted()
        self.rowsAtFault = rowsAtFault
        self.subject = subject
        self.areaCode = areaCode
    }

    /// The table's identifier, the section and the label of the row, the area's short name, and the quarter or year.
    public var table: String { key.table }
    public var section: String { key.section }
    public var row: String { key.row }
    public var area: String { key.area }
    public var period: String { key.period }

    /// The figure as it is printed, with its unit where that is not a count or a rate, and with its markers: `1,648`,
    /// `-5.1%`, `21.3 pp`, `1,648 [r]`, `[z]`.
    public var display: String {
        switch value {
        case .missing(let reason): return reason.display
        case .target(let target): return target.display
        case .words(let words): return words.text
        case .number(let number):
            let digits = number.formatted(decimals: decimals, grouped: true)
            let marks = markers.map { " " + $0.shorthand }.joined()
            return switch unit {
            case .percent: digits + "%" + marks
            case .percentagePoints: digits + " pp" + marks
            case .count, .rate, .words: digits + marks
            }
        }
    }

    /// The observation's status: empty for a plain figure, else a stable code, or several with blanks between them.
    public var status: String {
        switch value {
        case .missing(let reason): reason.code
        case .target(let target): target.isConfirmed ? "" : "to-be-confirmed"
        case .words: ""
        case .number: markers.map(\.rawValue).joined(separator: " ")
        }
    }
}
