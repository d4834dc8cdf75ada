import Core
import Ingestion

/// Everything that a reader found in one file.
struct Captured: Equatable {
    struct Row: Hashable {
        var values: [[UInt8]?]
        var line: Int
        var span: Range<Int>
    }

    struct Reject: Hashable {
        var rule: FindingRule
        var line: Int
        var span: Range<Int>
    }

    var rows: [Row] = []
    var rejects: [Reject] = []
    var reading: ExtractReading?
    var extractError: ExtractError?

    static func read(_ file: LandedFile, _ schema: TableSchema, _ mode: ParserMode) -> Captured {
        do {
            let (consumer, reading) = try ExtractReader(file: file, schema: schema, mode: mode).read { Consumer() }
            return Captured(rows: consumer.rows, rejects: consumer.rejects, reading: reading)
        } catch let extractError as ExtractError {
            return Captured(extractError: extractError)
        } catch {
            return Captured()
        }
    }

    /// The values of each row as text.
    var texts: [[String]] { rows.map { $0.values.map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "–" } } }

    private struct Consumer: BatchConsumer {
        var rows: [Row] = []
        var rejects: [Reject] = []

        mutating func consume(_ batch: RecordBatch) {
            precondition((1...batch.capacity).contains(batch.count))
            for row in 0..<batch.count {
                let span = batch.spans[row]
                rows.append(
                    Row(
                        values: batch.columns.map { Self.value($0, row) }, line: Int(batch.lines[row]),
                        span: Int(span.offset)..<Int(span.offset) + Int(span.length)))
            }
        }

        mutating func reject(_ record: RejectedRecord) {
            let start = Int(record.span.offset)
            rejects.append(Reject(rule: record.rule, line: record.line, span: start..<start + Int(record.span.length)))
        }

        private static func value(_ column: RecordColumn, _ row: Int) -> [UInt8]? {
            switch column {
            case .absent: nil
            case .coded(let column): Array(column.dictionary.table.pointee.bytes(Int(column.codes[row])))
            case .bytes(let column): Array(column.bytes(row))
            }
        }
    }
}
