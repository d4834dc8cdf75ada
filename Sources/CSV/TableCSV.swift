public import Indicators

/// A table as CSV: the labels, and then for each column the plain values and, next to them, their statuses.
public struct TableCSV: Sendable, DescribedCSV {
    private let table: FigureTable

    /// Creates the CSV file of the table.
    public init(_ table: FigureTable) { self.table = table }

    package var file: String { table.id + ".csv" }
    package var title: String { table.title }

    /// The file's bytes.
    public var bytes: [UInt8] {
        let withUnit = table.columns.indices.map(unitsDiffer)
        var text = CSVWriter(header: header)
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

    private func unitsDiffer(_ column: Int) -> Bool {
        let units = table.rows.lazy.map { $0.figures[column].unit }
        return units.contains { $0 != units.first }
    }
}

extension TableCSV {
    /// The columns that identify a row: only the label, unless two sections have rows with the same label.
    package var key: [String] {
        let labels = table.rows.map { [$0.label] }
        if Set(labels).count == labels.count { return [table.rowHeading] }
        let both = table.rows.map { [$0.section, $0.label] }
        guard let section = table.sectionHeading, Set(both).count == both.count else { return [] }
        return [section, table.rowHeading]
    }

    package var columns: [DataColumn] {
        let layout = "The layout of the table"
        var columns =
            table.sectionHeading.map {
                [DataColumn($0, "The section of the table that the row is in.", source: layout)]
            } ?? []
        columns.append(DataColumn(table.rowHeading, "What the row is about.", source: layout))
        for (index, column) in table.columns.enumerated() {
            let withUnit = unitsDiffer(index)
            let figures = table.rows.map { $0.figures[index] }
            columns.append(
                DataColumn(
                    column.heading, Self.meaning(column.measure, figures.first), Self.kind(column.measure, figures),
                    unit: withUnit ? "as the column \(column.heading) unit says" : figures.first?.unit.name ?? "",
                    source: table.source))
            columns.append(DataColumn(column.heading + " status", Self.statusMeaning, source: "The run"))
            if withUnit {
                columns.append(
                    DataColumn(
                        column.heading + " unit", "What the number in the column before counts or measures.",
                        source: layout))
            }
        }
        return columns
    }

    private static func meaning(_ measure: Measure, _ figure: Figure?) -> String {
        guard let figure else { return measure.meaning + "." }
        return "\(measure.meaning); \(figure.area), \(figure.period)."
    }

    /// Returns the type of a column: text when the measure's values are written as text or any cell has words;
    /// otherwise numbers.
    private static func kind(_ measure: Measure, _ figures: [Figure]) -> DataColumn.Kind {
        if measure.definition.isWrittenAsText { return .string }
        return figures.contains { $0.hasPlainWords } ? .string : .number
    }

    static let statusMeaning =
        "Empty for a plain figure; otherwise a code that says why there is no figure, or what readers need to know about it."
}
