public import Core

/// One figure of the indicator set, with everything that identifies and describes it.
public struct Figure: Hashable, Sendable {
    /// The key that distinguishes the figure from all others in its release.
    public let key: FigureKey
    /// What the figure measures about the row.
    public let measure: Measure
    /// The number or words, or the reason why the figure is missing.
    public let value: FigureValue
    /// The unit of the number.
    public let unit: FigureUnit
    /// The number of decimal places in print.
    public let decimals: Int
    /// The markers after the number, in order; a missing figure shows none.
    public var markers: [ObservationMarker]
    /// How many quarantined rows may belong to the figure; nil where the number is not stated, as for personal data.
    public var rowsAtFault: Int?
    /// What the figure counts, as in `Indicator.meaning`; nil for a figure without an indicator.
    public let subject: String?
    /// The ONS code of the area; nil when the subject is nil.
    public let areaCode: String?

    /// Creates a figure from its parts.
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

    /// The figure as printed, with its markers, and with its unit for percentages and percentage points: `1,648`,
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

    /// The observation's status: empty for a plain figure, else one stable code or several, separated by spaces.
    public var status: String {
        switch value {
        case .missing(let reason): reason.code
        case .target(let target): target.isConfirmed ? "" : "to-be-confirmed"
        case .words: ""
        case .number: markers.map(\.rawValue).joined(separator: " ")
        }
    }
}
