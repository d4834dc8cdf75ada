public import Core
import Glibc

/// Why an extract as a whole cannot be read. Each case carries its evidence; `message` is its wording.
public enum ExtractError: Error, Hashable, Sendable {
    case unreadable(file: String, errno: Int32)
    case notAFile(file: String)
    case empty(file: String)
    case onlyHeader(file: String, line: Int = 1)
    case missingColumns(file: String, schema: String, missing: [MissingColumn], found: [HeaderName], line: Int = 1)
    case ambiguousColumn(file: String, field: String, headers: [String], line: Int = 1)
    case otherColumns(file: String, schema: String, columns: [HeaderName], line: Int = 1)
    case ambiguousFormat(file: String, sources: [String])
    case malformedHeader(file: String, line: Int)
    case notText(file: String, looksLike: String)
    case notDecodable(file: String, offset: Int)
    case malformedUTF16(file: String, line: Int)
    case tooLongForUTF16(file: String, limit: Int)
    case endsInNULs(file: String, line: Int)
    case truncated(file: String, line: Int)
    case recordTooLong(file: String, line: Int, limit: Int)
    case tooManyDistinctValues(file: String, column: Int, limit: Int)
    case tooManyIdentifiers(file: String, limit: Int)
    case changedWhileRead(file: String)
    case unreadableCorrection(file: String, line: Int)
    case unreadableDelivery(file: String)
    /// The file is one of corrected rows, which is no extract of any source.
    case correctionFile(file: String)
    case correctionsTooLong(file: String, limit: Int)
    /// Another extract delivers the same with different rows, and neither is known to be later. `unit` says what.
    case unknownOrder(file: String, other: String, unit: String)
    case tooManyFaults(file: String, [ThresholdBreach])
    case severalSources(file: String, [String])
    /// The patterns of several sources fit the file's name.
    case namedBySeveralSources(file: String, [String])
    case otherDelimiter(file: String, line: Int, schema: String, delimiter: UInt8)
    /// The file's name cannot be written into a message or a manifest; `file` shows its bytes or characters as numbers.
    case unusableName(file: String, NameFault)
    /// A link that is not followed.
    case unusableLink(file: String, LinkFault)
    /// The file is damaged: its siblings, named alike, are extracts of the source.
    case damagedSibling(file: String, like: String, source: String, reason: String)

    /// Why a name cannot be used.
    public enum NameFault: Hashable, Sendable {
        /// Its bytes are not UTF-8.
        case notUTF8
        /// It has a line break, a control character, or one that changes the direction of the text after it.
        case controlCharacter
    }

    /// Why a link is not followed.
    public enum LinkFault: Hashable, Sendable {
        /// It leads out of the landing folder.
        case leadsOut
        /// It leads to a folder that is read anyway, or in circles.
        case leadsBack
    }

    /// A column that the schema requires, the names that it may have, and the most similar header.
    public struct MissingColumn: Hashable, Sendable {
        /// The schema's name of the column.
        public let field: String
        /// The other names that the schema accepts.
        public let aliases: [String]
        /// The nearest names that the file has and nothing else claims, the likeliest first.
        public var candidates: [HeaderName]
        /// Whether the first row is surely a header: at least half of the needed columns are there. Else it may be data, of
        /// persons even, and is not repeated.
        public var isOfHeader = true

        /// The likeliest of them.
        public var nearest: String? { candidates.first?.text }
    }

    /// The extract's name.
    public var file: String {
        switch self {
        case .unreadable(let file, _), .notAFile(let file), .empty(let file), .onlyHeader(let file, _),
            .otherColumns(let file, _, _, _), .ambiguousFormat(let file, _),
            .missingColumns(let file, _, _, _, _), .ambiguousColumn(let file, _, _, _), .notText(let file, _),
            .malformedHeader(let file, _), .notDecodable(let file, _), .malformedUTF16(let file, _),
            .tooLongForUTF16(let file, _), .endsInNULs(let file, _), .truncated(let file, _),
            .recordTooLong(let file, _, _),
            .tooManyDistinctValues(let file, _, _), .tooManyIdentifiers(let file, _), .changedWhileRead(let file),
            .unreadableCorrection(let file, _), .unreadableDelivery(let file), .correctionFile(let file),
            .correctionsTooLong(let file, _),
            .tooManyFaults(let file, _), .severalSources(let file, _), .namedBySeveralSources(let file, _),
            .unknownOrder(let file, _, _),
            .otherDelimiter(let file, _, _, _), .unusableName(let file, _), .unusableLink(let file, _),
            .damagedSibling(let file, _, _, _):
            file
        }
    }
}

extension ExtractError {
    /// Whether the user may not read the extract.
    public var isForbidden: Bool {
        if case .unreadable(_, let code) = self { code == EACCES || code == EPERM } else { false }
    }

    /// The refusal of a file whose source is not known: header names that are not in the schema are hidden.
    public var ofUnknownSource: ExtractError {
        switch self {
        case .missingColumns(let file, let schema, var missing, let found, let line):
            for index in missing.indices {
                missing[index].candidates = missing[index].candidates.map(\.ofUnknownSource)
            }
            return .missingColumns(
                file: file, schema: schema, missing: missing, found: found.map(\.ofUnknownSource), line: line)
        case .otherColumns(let file, let schema, let columns, let line):
            return .otherColumns(file: file, schema: schema, columns: columns.map(\.ofUnknownSource), line: line)
        default: return self
        }
    }

    /// The refusal of a scan, whose lines are counted from where it started, with the lines of the file.
    public func moved(by lines: Int) -> ExtractError {
        switch self {
        case .truncated(let file, let line): .truncated(file: file, line: line + lines)
        case .recordTooLong(let file, let line, let limit): .recordTooLong(file: file, line: line + lines, limit: limit)
        default: self
        }
    }
}

extension ExtractError: CustomStringConvertible {
    /// What is wrong and what to do, with the file and, where there is one, the line.
    public var description: String {
        switch self {
        case .unreadable(let file, let code):
            let reason = "\(file): cannot be read: \(String(cString: strerror(code)))"
            switch code {
            case EACCES, EPERM: return reason + "; ask its owner for the right to read it"
            case ENOENT: return reason
            default: return reason + "; check the disk, or copy it again"
            }
        case .notAFile(let file):
            return "\(file): is not a file; take the folder out of the landing folder, or put its files there"
        case .empty(let file):
            return "\(file): is empty; ask the partner to send it again, or take it out of the landing folder"
        case .onlyHeader(let file, let line):
            return "\(file):\(line): has a header and no row; if that is right, take it out of the landing folder"
        case .missingColumns(let file, let schema, let missing, let found, let line):
            let columns = missing.map { column in
                var text = "'\(column.field)'"
                if !column.aliases.isEmpty {
                    text += " (also " + column.aliases.map { "'\($0)'" }.joined(separator: ", ") + ")"
                }
                if column.isOfHeader, !column.candidates.isEmpty {
                    let names = column.candidates.map(\.quoted).joined(separator: " or ")
                    let it = column.candidates.allSatisfy(\.isShown) ? "it" : "its name"
                    text += "; the file has \(names): if that is it, add \(it) to the schema's aliases"
                }
                return text
            }
            return "\(file):\(line): the schema \(schema) needs the column "
                + columns.joined(separator: "; and the column ")
                + (found.isEmpty || !missing.allSatisfy(\.isOfHeader)
                    ? ". The first row is not shown: it may be personal data and no header. If the header is missing, put it back"
                    : ". The header is: " + found.map { VisibleText.of($0.label) }.joined(separator: " | ")
                        + (found.allSatisfy(\.isShown) ? "" : ". Names that the schema does not know are not shown"))
        case .ambiguousColumn(let file, let field, let headers, let line):
            return
                "\(file):\(line): more than one column could be '\(field)': \(headers.map(VisibleText.of).joined(separator: " | ")); keep one of them"
        case .otherColumns(let file, let schema, let columns, let line):
            return "\(file):\(line): the schema \(schema) allows no other columns, and the file has "
                + columns.map(\.quoted).joined(separator: ", ")
                + "; add them to the schema's fields, or remove 'other-columns: refused' from it"
        case .ambiguousFormat(let file, let sources):
            return "\(file): its header fits \(sources.map { "'\($0)'" }.joined(separator: " and ")) equally well; "
                + "say in the definition which of them takes it, with 'files'"
        case .malformedHeader(let file, let line):
            return
                "\(file):\(line): in the header a quote stands where CSV has none, or is never closed; quote whole names or none"
        case .notText(let file, let looksLike):
            return "\(file): is \(looksLike), not CSV; open it and save it as “CSV UTF-8”"
        case .notDecodable(let file, let offset):
            return
                "\(file): byte \(offset) is not UTF-8, though the file is marked as UTF-8 or its schema "
                + "declares no other encoding; save it as “CSV UTF-8”, or declare its encoding in the schema"
        case .malformedUTF16(let file, let line):
            return
                "\(file):\(line): is marked as UTF-16 and has half a character here; open it and save it as “CSV UTF-8”, or ask the partner to send it again"
        case .tooLongForUTF16(let file, let limit):
            return "\(file): is UTF-16 and longer than \(limit >> 20) MiB; save it as “CSV UTF-8”"
        case .endsInNULs(let file, let line):
            return
                "\(file):\(line): from here on it holds only NUL bytes, a sign that writing was interrupted; ask the partner to send it again"
        case .truncated(let file, let line):
            return "\(file):\(line): the file ends in the middle of a row; ask the partner to send it again"
        case .recordTooLong(let file, let line, let limit):
            return "\(file):\(line): the row is longer than \(limit) bytes; look for a quote that is never closed"
        case .tooManyDistinctValues(let file, let column, let limit):
            return
                "\(file): column \(column) has more than \(limit >> 20) MiB of distinct values; if it identifies rows, "
                + "set its role to 'identifier' in the schema"
        case .tooManyIdentifiers(let file, let limit):
            return
                "\(file): with it there are more than \(limit) rows with an identifier to be compared; leave extracts of fewer years in the landing folder"
        case .changedWhileRead(let file):
            return "\(file): changed while it was read; wait until the copy is complete and run again"
        case .unreadableCorrection(let file, let line):
            return "\(file):\(line): is not a record of a quarantine file: it needs "
                + "extract, sha256, line, rule, column, reason and row, and quotes in pairs"
        case .correctionFile(let file):
            return
                "\(file): is a file of corrected rows and no extract: put it into the landing folder beside the extracts, and "
                + "'shp run' checks each row against the schema of its extract"
        case .unreadableDelivery(let file):
            return "\(file): does not say when the file beside it was delivered: write one day, such as 2019-07-10"
        case .correctionsTooLong(let file, let limit):
            return "\(file): has more than \(limit >> 20) MiB of corrections; correct the extract itself"
        case .unknownOrder(let file, let other, let unit):
            return "\(file): \(other) also delivers \(unit), with different rows, and neither is known to be later. "
                + "Begin each name with the day of delivery, such as 2024-04-25_NAME.csv. Or put a file NAME.delivered with "
                + "the day beside each file, or put each download in a folder such as 2024-04-25"
        case .otherDelimiter(let file, let line, let schema, let delimiter):
            let name = delimiter == 9 ? "\\t" : String(Unicode.Scalar(delimiter))
            return
                "\(file):\(line): its fields are separated by '\(name)', which the schema \(schema) does not accept; add it "
                + "to the schema's 'delimiters', or ask for the file with the usual delimiter"
        case .severalSources(let file, let sources):
            return
                "\(file): could be of the source \(sources.joined(separator: " or ")) by its header; name its schema with --schema"
        case .namedBySeveralSources(let file, let sources):
            let names = sources.map { "'\($0)'" }.joined(separator: " and ")
            return
                "\(file): the 'files' of the sources \(names) all name it; change the patterns so that one source does"
        case .unusableName(let file, .notUTF8):
            return "\(file): the name is not UTF-8; rename the file, or copy it again with UTF-8 names"
        case .unusableName(let file, .controlCharacter):
            return "\(file): the name has a line break or another control character; rename the file"
        case .unusableLink(let file, .leadsOut):
            return "\(file): is a link that leads out of the landing folder; put a copy in its place"
        case .unusableLink(let file, .leadsBack):
            return "\(file): is a link to a folder that is in the landing folder already; remove the link"
        case .damagedSibling(let file, let sibling, let source, let reason):
            return "\(file): is named like \(sibling), an extract of '\(source)', but is not one: \(reason). "
                + "Ask for the file again, or remove it from the landing folder; when its header is new, run 'shp suggest'"
        case .tooManyFaults(let file, let breaches):
            return breaches.map { "\(file): \($0)" }.joined(separator: "\n")
        }
    }
}
