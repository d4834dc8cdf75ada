import Files
public import Indicators

/// All figures of a release, one in each row, for machines.
public struct FiguresCSV: Sendable, DescribedCSV {
    private let tables: [FigureTable]

    package let file = OutputLayout.Name.figures
    package let title = "Every figure of the release, one in each row"

    package var columns: [DataColumn] {
        let source = "The tables of this release"
        return Self.names(source: source) + [
            DataColumn(
                "value", "The number to six decimal places; empty when there is none, or when a target is in words.",
                .number,
                unit: "as the column unit says", source: source),
            DataColumn("display", "The figure as it is printed.", source: source),
            DataColumn("unit", "What the number counts or measures.", source: source),
            DataColumn("status", TableCSV.statusMeaning, source: source),
            DataColumn(
                Self.rowsAtFault,
                "The rows in quarantine, or the events in them, that may belong to the figure; empty for "
                    + "targets and for personal data.",
                .integer, unit: "rows", source: "The run"),
            DataColumn("subject", "What is counted: the source and the selection from it.", source: source),
            DataColumn("area_code", "The ONS code of the area.", source: source),
        ]
    }

    /// The name of a column that the earliest versions of the program did not write. Later versions wrote it, but not
    /// yet the columns after it.
    static let rowsAtFault = "rows_at_fault"

    /// Returns whether this version or an earlier version of the program wrote a file with the header.
    package static func isHeader(_ fields: [String]) -> Bool {
        let own = FiguresCSV([]).header
        return fields == own || fields == own.dropLast(2) || fields == own.dropLast(3)
    }

    /// Returns the columns that identify a figure.
    static func names(source: String) -> [DataColumn] {
        [
            DataColumn("table", "The identifier of the table that shows the figure.", source: source),
            DataColumn("section", "The section of the table.", source: source),
            DataColumn("row", "The label of the row.", source: source),
            DataColumn("area", "The area's short name.", source: source),
            DataColumn("measure", "What the figure says about the row: \(measures).", source: source),
            DataColumn("period", "The quarter, the year or the part of a year that the figure is for.", source: source),
        ]
    }

    private static var measures: String { Measure.allCases.map(\.rawValue).joined(separator: ", ") }

    /// The columns that identify a row; none when two columns of a table show the same figure, because then two rows
    /// here are the same.
    package var key: [String] {
        let keys = tables.lazy.flatMap(\.figures).map { figure in
            [figure.table, figure.section, figure.row, figure.area, figure.measure.rawValue, figure.period]
        }
        return Set(keys).count == keys.count ? ["table", "section", "row", "area", "measure", "period"] : []
    }

    /// Creates the file of the tables' figures, in their order.
    public init(_ tables: [FigureTable]) { self.tables = tables }

    /// The file's bytes.
    public var bytes: [UInt8] {
        var text = CSVWriter(header: header)
        for figure in tables.lazy.flatMap(\.figures) {
            let value = figure.plainNumber.map { CSVField.number($0) } ?? .empty
            text.append([
                .text(figure.table), .text(figure.section), .text(figure.row), .text(figure.area),
                .text(figure.measure.rawValue), .text(figure.period), value, figure.displayField,
                .text(figure.unit.name), .text(figure.status),
                figure.rowsAtFault.map { .number("\($0)") } ?? .empty,
                figure.subject.map { .text($0) } ?? .empty, figure.areaCode.map { .text($0) } ?? .empty,
            ])
        }
        return text.bytes
    }
}
