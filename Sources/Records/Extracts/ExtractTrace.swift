package import Normalisation

/// The result for a row because of another.
package enum RowStatus: Hashable, Sendable {
    /// An equal row of the same extract stands.
    case duplicate(of: RowPlace)
    /// A later row with the same identifier stands.
    case superseded(by: RowPlace)
    /// Another extract delivers the row's unit.
    case replaced(byExtract: Int)
}

/// The rows of one extract, each with its result.
package struct ExtractTrace: Sendable {
    /// The rows, by line.
    package let rows: [TracedRow]
    /// What rows point at by position.
    package let records: ExtractRecords
    /// The rows that do not stand, by line.
    package var rowStatuses: [Int: RowStatus] = [:]
    /// The position of each row, by line: lines without a sound row are in between.
    private let positions: [Int: Int]

    package init(_ extract: ExtractOutcome) {
        var (traced, records) = (extract.traced, extract.records)
        // The records of rows that count from another file follow those that were compared.
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

    /// The row that starts on the line.
    package func row(onLine line: Int) -> TracedRow? { positions[line].map { rows[$0] } }

    /// Takes up which rows count from another of the source's extracts, because it delivers their unit.
    /// Extracts are known by the positions of their files.
    package mutating func take(replacedLinesOf extract: ExtractOutcome, _ positions: [String: Int]) {
        for (line, unit) in extract.droppedLines {
            guard let lost = extract.lost[unit], let other = positions[lost.file] else { continue }
            rowStatuses[line] = .replaced(byExtract: other)
        }
    }

    /// Takes up the rows that stand in the place of others. Extracts are known by their positions among those of the
    /// source.
    package mutating func take(_ displaced: Displacement) {
        switch displaced.standing {
        case .duplicate: rowStatuses[displaced.line] = .duplicate(of: displaced.by)
        case .superseded: rowStatuses[displaced.line] = .superseded(by: displaced.by)
        }
    }
}
