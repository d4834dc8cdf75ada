public import Core

/// What identifies a figure of a quarter in all its releases.
public struct LedgerSeries: Hashable, Sendable {
    /// Which figure of a release it is.
    public let key: FigureKey
    /// What it is a number of.
    public let unit: String

    /// A series from its parts.
    public init(_ key: FigureKey, unit: String) {
        self.key = key
        self.unit = unit
    }
}

/// One published figure.
public struct LedgerFigure: Hashable, Sendable {
    /// Which it is.
    public let series: LedgerSeries
    /// The number to six places; nil when there is none.
    public let value: String?
    /// The figure as it is printed.
    public let display: String
    /// Its status: empty for a plain figure.
    public let status: String

    /// A figure from its parts.
    public init(series: LedgerSeries, value: String?, display: String, status: String) {
        self.series = series
        self.value = value
        self.display = display
        self.status = status
    }
}
