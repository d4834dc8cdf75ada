import Core
import Evaluation
import Ingestion
import Records

extension FigureTracer {
    /// Returns the content of each row on one line of at most `longest` characters; nil for rows of sensitive sources
    /// and for corrected rows. Throws an `ExtractError` when an extract has changed since it was read.
    public func contents(of rows: [LineageRow], longest: Int = 100) throws -> [String?] {
        var opened: [Int: LandedFile] = [:]
        return try rows.map { row in
            let outcome = landed.extracts[row.extract]
            guard !outcome.schema.sensitive, row.correction == nil, row.span.length > 0 else { return nil }
            let landed = try opened[row.extract] ?? outcome.reopened(in: landed.input)
            opened[row.extract] = landed
            let text = outcome.reading.encoding.string(try landed.bytes(row.span))
            return Self.line(text, longest)
        }
    }

    /// Returns the text on one line, without control characters.
    private static func line(_ text: String, _ longest: Int) -> String {
        let words = text.split { $0.isNewline }.joined(separator: " ")
        let visible = String(words.map { $0.unicodeScalars.contains { $0.value < 32 || $0.value == 127 } ? "?" : $0 })
        return visible.count <= longest ? visible : visible.prefix(longest - 1) + "…"
    }
}
