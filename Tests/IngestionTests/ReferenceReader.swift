import Core

/// A second, slow reader of RFC 4180 with the whole file in memory, for comparison with the product's reader. A quote
/// in the wrong place rejects its physical line, and a NUL rejects its record. A lone carriage return inside quotes is
/// text. Empty fields after the last column are ignored.
struct ReferenceReader {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private let columns: Int
    private(set) var captured = Captured()
    private(set) var blankLines = 0
    private(set) var paddedRows = 0
    private(set) var wasCutOff = false

    private enum Record {
        case blank(end: Int)
        case fields([[UInt8]], end: Int)
        case broken
        case unclosed
    }

    init(_ bytes: [UInt8], from start: Int, line: Int, delimiter: UInt8, columns: Int) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.columns = columns
        var (position, line) = (start, line)
        while position < bytes.count {
            switch record(at: position) {
            case .blank(let end):
                blankLines += 1
                position = end
                line += 1
            case .fields(let fields, let end):
                let hasNUL = bytes[position..<end].contains(0)
                if fields.count >= columns, fields[columns...].allSatisfy(\.isEmpty), !hasNUL {
                    paddedRows += fields.count > columns ? 1 : 0
                    captured.rows.append(.init(values: Array(fields[..<columns]), line: line, span: position..<end))
                } else {
                    captured.rejects.append(
                        .init(rule: hasNUL ? .nulByte : .fieldCount, line: line, span: position..<end))
                    if !isBreak(end - 1) { wasCutOff = true }
                }
                line += lineFeeds(position, end) + (bytes[end - 1] == 13 ? 1 : 0)
                position = end
            case .broken, .unclosed:
                let end = lineEnd(position)
                if case .unclosed = record(at: position), end == bytes.count, !isBreak(end - 1) { wasCutOff = true }
                captured.rejects.append(.init(rule: .malformedQuoting, line: line, span: position..<end))
                position = end
                line += 1
            }
        }
    }

    private func isBreak(_ position: Int) -> Bool { bytes[position] == 10 || bytes[position] == 13 }

    private func lineFeeds(_ start: Int, _ end: Int) -> Int { bytes[start..<end].count { $0 == 10 } }

    private func afterBreak(_ position: Int) -> Int {
        bytes[position] == 13 && position + 1 < bytes.count && bytes[position + 1] == 10 ? position + 2 : position + 1
    }

    private func lineEnd(_ start: Int) -> Int {
        (start..<bytes.count).first(where: isBreak).map(afterBreak) ?? bytes.count
    }

    private func record(at start: Int) -> Record {
        if isBreak(start) { return .blank(end: afterBreak(start)) }
        var fields: [[UInt8]] = []
        var position = start
        while true {
            var field: [UInt8] = []
            if position < bytes.count, bytes[position] == 34 {
                position += 1
                while true {
                    guard position < bytes.count else { return .unclosed }
                    if bytes[position] == 34 {
                        guard position + 1 < bytes.count, bytes[position + 1] == 34 else { break }
                        position += 1
                    }
                    field.append(bytes[position])
                    position += 1
                }
                position += 1
                if position < bytes.count, bytes[position] != delimiter, !isBreak(position) { return .broken }
            } else {
                while position < bytes.count, bytes[position] != delimiter, !isBreak(position) {
                    if bytes[position] == 34 { return .broken }
                    field.append(bytes[position])
                    position += 1
                }
            }
            fields.append(field)
            guard position < bytes.count else { return .fields(fields, end: position) }
            if isBreak(position) { return .fields(fields, end: afterBreak(position)) }
            position += 1
        }
    }
}
