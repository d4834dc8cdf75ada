package import Normalisation

/// The result for a row that is not counted because of another row or extract.
package enum RowStatus: Hashable, Sendable {
    /// An equal row of the same extract counts instead. If the schema says so, the first of several different rows
    /// counts instead.
    case duplicate(of: RowPlace)
    /// Another row with the same identifier counts.
    case superseded(by: RowPlace)
    /// Another extract delivers the row's unit.
    case replaced(byExtract: Int)
}

/// The rows of one extract, each with its result.
package struct ExtractTrace: Sendable {
    /// The rows, by line.
    package let rows: [TracedRow]
    /// The records that rows refer to by position.
    package let records: ExtractRecords
    /// The results of the rows that do not count, by line.
    package var rowStatuses: [Int: RowStatus] = [:]
    /// The position of each row, by line. Lines without a traced row are missing.
    private let positions: [Int: Int]

    package init(_ extract: ExtractOutcome) {
        var (traced, records) = (extract.traced, extract.records)
        // The records of rows that count from another file are appended to the records that were compared.
        for dropped in extract.droppedRows {
            var row = dropped.row
            if let record = dropped.record {
                row.payload = UInt64(records.count)
                records.append(record)
            }
            traced.append(row)
        }
        rows = traced.sorted { $0.line < $1.line }
        self.records = records
        positions = Dictionary(
            rows.enumerated().map { ($0.element.line, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// Returns the row that starts on the line.
    package func row(onLine line: Int) -> TracedRow? { positions[line].map { rows[$0] } }

    /// Records the rows that count from another extract of the source because it delivers their unit. `positions` has
    /// the position of each extract by its file.
    package mutating func take(replacedLinesOf extract: ExtractOutcome, _ positions: [String: Int]) {
        for (line, unit) in extract.droppedLines {
            guard let lost = extract.lost[unit], let other = positions[lost.file] else { continue }
            rowStatuses[line] = .replaced(byExtract: other)
        }
    }

    /// Records the row that was displaced, and the row that counts in its place. Extracts are identified by their
    /// positions among the source's extracts.
    package mutating func take(_ displaced: Displacement) {
        switch displaced.standing {
        case .duplicate: rowStatuses[displaced.line] = .duplicate(of: displaced.by)
        case .superseded: rowStatuses[displaced.line] = .superseded(by: displaced.by)
        }
    }
}
