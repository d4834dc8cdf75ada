public import Core

/// What identifies a figure in all releases of a quarter.
public struct LedgerSeries: Hashable, Sendable {
    /// The key of the figure in a release.
    public let key: FigureKey
    /// The figure's unit.
    public let unit: String

    /// Creates a series from its parts.
    public init(_ key: FigureKey, unit: String) {
        self.key = key
        self.unit = unit
    }
}

/// One published figure.
public struct LedgerFigure: Hashable, Sendable {
    /// The series that the figure belongs to.
    public let series: LedgerSeries
    /// The number to six decimal places; nil when there is none.
    public let value: String?
    /// The figure as it is printed.
    public let display: String
    /// The figure's status; empty for a plain figure.
    public let status: String

    /// Creates a figure from its parts.
    public init(series: LedgerSeries, value: String?, display: String, status: String) {
        self.series = series
        self.value = value
        self.display = display
        self.status = status
    }
}
