public import Indicators

/// A table as CSV: the labels, then for each column the plain values and beside them their statuses.
public struct TableCSV: Sendable {
    private let table: FigureTable

    /// The CSV of the table.
    public init(_ table: FigureTable) { self.table = table }

    /// The file's bytes.
    public var bytes: [UInt8] {
        let withUnit = table.columns.indices.map(unitsDiffer)
        var text = CSVText(header: header(withUnit))
        for row in table.rows {
            var record = table.sectionHeading == nil ? [] : [CSVField.text(row.section)]
            record.append(.text(row.label))
            for (figure, withUnit) in zip(row.figures, withUnit) {
                record += [figure.plainField, .text(figure.status)]
                if withUnit { record.append(.text(figure.unit.name)) }
            }
            text.append(record)
        }
        return text.bytes
    }

    private func header(_ withUnit: [Bool]) -> [String] {
        var header = table.sectionHeading.map { [$0] } ?? []
        header.append(table.rowHeading)
        for (column, withUnit) in zip(table.columns, withUnit) {
            header += [column.heading, column.heading + " status"]
            if withUnit { header.append(column.heading + " unit") }
        }
        return header
    }

    private func unitsDiffer(_ column: Int) -> Bool {
        let units = table.rows.lazy.map { $0.figures[column].unit }
        return units.contains { $0 != units.first }
    }
}
