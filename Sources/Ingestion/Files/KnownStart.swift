import Core
import Glibc

/// The first lines of a file, and the result of reading only these lines with a schema.
struct KnownStart: Sendable {
    /// Whole lines, up to and including a header.
    let bytes: [UInt8]
    private let header: Header?
    private let encoding: TextEncoding
    private let decidedBy: String
    private let isASCII: Bool
    /// Whether the header was found with the first delimiter that is tried, so that no later line was tried.
    private let isFinal: Bool

    private struct Header {
        let record: HeaderRecord
        let binding: HeaderBinding
    }

    /// Returns nil when the bytes after the lines could change the result.
    init?(_ preamble: Preamble, upTo end: Int, schema: TableSchema) {
        guard !preamble.isUTF16, let start = preamble.prefix(end) else { return nil }
        bytes = start.bytes
        isASCII = bytes.allSatisfy { $0 < 0x80 }
        var encoding = TextEncoding.utf8
        var decidedBy = schema.isOfCells ? "workbook" : start.isMarked ? "bom" : "valid"
        let trial: HeaderTrial
        do throws(ExtractError) {
            do throws(ExtractError) {
                trial = try HeaderTrial(start, schema: schema, encoding: .utf8, file: start.file)
            } catch {
                guard case .notDecodable = error, !start.isMarked, schema.fallbackEncoding != .utf8 else { throw error }
                (encoding, decidedBy) = (schema.fallbackEncoding, "schema")
                trial = try HeaderTrial(start, schema: schema, encoding: encoding, file: start.file)
            }
        } catch { return nil }
        guard !trial.isCutOff else { return nil }
        header = trial.found.map { Header(record: $0.record, binding: $0.binding) }
        (self.encoding, self.decidedBy) = (encoding, decidedBy)
        isFinal = trial.found.map { $0.record.delimiter == schema.delimiters.first } ?? false
    }

    /// Returns whether the file begins with these lines.
    func begins(_ preamble: Preamble) -> Bool {
        preamble.bytes.count >= bytes.count && memcmp(preamble.bytes, bytes, bytes.count) == 0
    }

    /// Returns whether the result for these lines is the result for the file. Where later lines are tried too, they
    /// must not contain a header, or turn out to be in another encoding.
    func decides(_ preamble: Preamble, _ needed: HeaderLetters.NeededNames, _ letters: LettersOfFile) -> Bool {
        if isFinal { return true }
        // Plain ASCII lines without a header read the same in any encoding.
        let isOfAnyEncoding = encoding != .utf8 || header == nil && isASCII
        guard isOfAnyEncoding || preamble.firstFault(upTo: preamble.bytes.count) == nil else { return false }
        return letters.lack(needed, after: bytes.count)
    }

    /// Returns the file as an opened extract; nil when no line is a header.
    func extract(_ file: LandedFile, _ schema: TableSchema) -> OpenedExtract? {
        header.map { header in
            OpenedExtract(
                file: file, schema: schema, encoding: encoding, encodingDecidedBy: decidedBy, header: header.record,
                binding: header.binding)
        }
    }
}
