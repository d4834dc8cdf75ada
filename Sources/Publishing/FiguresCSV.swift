public import Indicators

/// All figures of a release, one a row, for machines.
public struct FiguresCSV: Sendable {
    private let tables: [FigureTable]

    /// The figures of the tables, in their order.
    public init(_ tables: [FigureTable]) { self.tables = tables }

    static let header = [
        "table", "section", "row", "area", "measure", "period", "value", "display", "unit", "status",
    ]

    /// The file's bytes.
    public var bytes: [UInt8] {
        var text = CSVText(header: Self.header)
        for figure in tables.lazy.flatMap(\.figures) {
            let value = figure.plainNumber.map { CSVField.number($0) } ?? .empty
            text.append([
                .text(figure.table), .text(figure.section), .text(figure.row), .text(figure.area),
                .text(figure.measure.rawValue), .text(figure.period), value, figure.displayField,
                .text(figure.unit.name), .text(figure.status),
            ])
        }
        return text.bytes
    }
}
