import CSV
import Core
import FoundationEssentials
import Ledger

/// Part of the ledger as a table.
struct HistoryTable {
    /// What the table shows.
    enum Selection {
        case view(HistoryView)
        case figure(row: String, area: String?, measure: String?)
    }

    /// One cell; a number stays a number in JSON.
    enum Cell {
        case text(String)
        case number(Int)
        case none

        static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .none }

        var words: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .none: ""
            }
        }
    }

    let header: [String]
    let records: [[Cell]]

    /// Reads the table from the ledger at the path.
    init(_ selection: Selection, ledger path: String, quarter: String?, _ number: Int?) throws {
        let limit = number ?? .max
        switch selection {
        case .view(.runs): (header, records) = try Self.runs(path, quarter, limit)
        case .view(.releases): (header, records) = try Self.releases(LedgerHistory(path: path), quarter, limit)
        case .view(.extracts): (header, records) = try Self.extracts(LedgerHistory(path: path), quarter, limit)
        case .view(.revisions): (header, records) = try Self.revisions(LedgerHistory(path: path), quarter, limit)
        case .figure(let row, let area, let measure):
            let lines = try LedgerHistory(path: path).figures(
                row: row, area: area, measure: measure, quarter: quarter, limit: limit)
            header = [
                "first", "quarter", "release", "table", "section", "row", "area", "measure", "period", "value",
                "display",
                "unit", "status",
            ]
            records = lines.map { line in
                let (figure, series) = (line.figure, line.figure.series)
                return [
                    .text("\(line.first)"), .text(line.quarter), .text(line.release), .text(series.key.table),
                    .text(series.key.section), .text(series.key.row), .text(series.key.area), .text(series.key.measure),
                    .text(series.key.period), .optional(figure.value), .text(figure.display), .text(series.unit),
                    .text(figure.status),
                ]
            }
        }
    }

    private typealias Content = ([String], [[Cell]])

    private static func runs(_ path: String, _ quarter: String?, _ limit: Int) throws -> Content {
        let runs = try LedgerHistory.allRuns(inLedger: path, quarter: quarter, limit: limit)
        return (
            ["began", "milliseconds", "outcome", "status", "quarter", "release", "codes", "definition"],
            runs.map { run in
                [
                    .text("\(run.began)"), .number(run.took), .text(run.outcome.rawValue), .number(run.exitStatus),
                    .optional(run.quarter), .optional(run.release), .text(run.codes.joined(separator: " ")),
                    .text(run.definition),
                ]
            }
        )
    }

    private static func releases(_ ledger: LedgerHistory, _ quarter: String?, _ limit: Int) throws -> Content {
        (
            ["first", "pipeline", "quarter", "release", "extracts", "rows", "figures", "changed"],
            try ledger.releases(quarter: quarter, limit: limit).map { line in
                [
                    .text("\(line.first)"), .text(line.pipeline), .text(line.quarter), .text(line.release),
                    .number(line.extracts), .number(line.rows), .number(line.figures),
                    line.isFirst ? .none : .number(line.changed),
                ]
            }
        )
    }

    private static func extracts(_ ledger: LedgerHistory, _ quarter: String?, _ limit: Int) throws -> Content {
        (
            ["first", "source", "file", "bytes", "rows", "accepted", "releases", "sha256"],
            try ledger.extracts(quarter: quarter, limit: limit).map { line in
                [
                    .text("\(line.first)"), .text(line.source), .text(line.file), .number(line.bytes),
                    .number(line.rows), .number(line.accepted), .number(line.releases), .text(line.sha256),
                ]
            }
        )
    }

    private static func revisions(_ ledger: LedgerHistory, _ quarter: String?, _ limit: Int) throws -> Content {
        (
            [
                "quarter", "release", "previous_release", "table", "section", "row", "area", "measure", "period",
                "previous",
                "new", "cause", "weight",
            ],
            try ledger.revisions(quarter: quarter, limit: limit).map { line in
                let (revision, series) = (line.revision, line.revision.series)
                return [
                    .text(line.quarter), .text(line.release), .text(revision.previousRelease), .text(series.key.table),
                    .text(series.key.section), .text(series.key.row), .text(series.key.area), .text(series.key.measure),
                    .text(series.key.period), .optional(revision.previous), .optional(revision.new),
                    .text(revision.cause), .optional(revision.weight),
                ]
            }
        )
    }
}

extension HistoryTable {
    /// The table in aligned columns, without columns that have no value.
    var text: String {
        guard !records.isEmpty else { return "nothing is recorded" }
        let columns = header.indices.filter { column in records.contains { !$0[column].words.isEmpty } }
        let widths = columns.map { column in
            ([header[column]] + records.map { $0[column].words }).map(\.count).max() ?? 0
        }
        func line(_ words: [(String, isNumber: Bool)]) -> String {
            let cells = zip(words, widths).map { cell, width in
                let gap = String(repeating: " ", count: width - cell.0.count)
                return cell.isNumber ? gap + cell.0 : cell.0 + gap
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
        let numbers = columns.map { column in
            records.contains { if case .number = $0[column] { true } else { false } }
        }
        let head = zip(columns, numbers).map { (header[$0].replacing("_", with: " "), isNumber: $1) }
        let body = records.map { record in line(zip(columns, numbers).map { (record[$0].words, isNumber: $1) }) }
        return ([line(head)] + body).joined(separator: "\n")
    }

    /// The table as CSV, one record on each line.
    var csv: String { TextCSV.text(header: header, records: records.map { $0.map(\.words) }) }

    /// The table as a JSON list of objects.
    var json: String {
        JSONText.of(records.map { Dictionary(zip(header, $0).filter { $1.isThere }) { first, _ in first } })
    }
}

extension HistoryTable.Cell: Encodable {
    fileprivate var isThere: Bool { if case .none = self { false } else { true } }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        case .none: try container.encodeNil()
        }
    }
}
