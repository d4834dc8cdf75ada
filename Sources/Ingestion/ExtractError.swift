public import Core
public import SystemPackage

/// Why an extract as a whole cannot be read. Each case carries its evidence; `description` is its wording.
public enum ExtractError: Error, Hashable, Sendable {
    case unreadable(file: String, errno: Errno)
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
    /// The file holds corrected rows, and is not an extract of any source.
    case correctionFile(file: String)
    case correctionsTooLong(file: String, limit: Int)
    /// Another extract delivers the same unit with different rows, and neither is known to be later. `unit` is the
    /// unit's name.
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
    /// A workbook or an archive that cannot be read; `code` names the reason for programs.
    case unreadableContainer(file: String, code: String, reason: String)
    /// The file is damaged: files with similar names are extracts of the source.
    case damagedSibling(file: String, like: String, source: String, reason: String)

    /// Why a name cannot be used.
    public enum NameFault: Hashable, Sendable {
        /// The name's bytes are not UTF-8.
        case notUTF8
        /// The name has a line break, a control character, or a character that changes the direction of the text after
        /// it.
        case controlCharacter
    }

    /// Why a link is not followed.
    public enum LinkFault: Hashable, Sendable {
        /// The link leads out of the landing folder.
        case leadsOut
        /// The link leads to a folder that is read anyway, to a folder above the landing folder, or in circles.
        case leadsBack
    }

    /// A column that the schema requires, the names that it may have, and the most similar headers.
    public struct MissingColumn: Hashable, Sendable {
        /// The schema's name for the column.
        public let field: String
        /// The other names that the schema accepts.
        public let aliases: [String]
        /// The most similar names in the header that belong to no other column, the likeliest first.
        public var candidates: [HeaderName]
        /// Whether the first row is certainly a header: it has at least half of the needed columns. Otherwise it may be
        /// data, even about persons, and is not shown.
        public var isOfHeader = true

        /// Creates a missing column from its parts.
        package init(field: String, aliases: [String], candidates: [HeaderName], isOfHeader: Bool = true) {
            self.field = field
            self.aliases = aliases
            self.candidates = candidates
            self.isOfHeader = isOfHeader
        }

        /// The likeliest candidate.
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
            .unreadableContainer(let file, _, _), .damagedSibling(let file, _, _, _):
            file
        }
    }
}

extension ExtractError {
    /// Whether the user has no permission to read the extract.
    public var isForbidden: Bool {
        if case .unreadable(_, let code) = self { code == .permissionDenied || code == .notPermitted } else { false }
    }

    /// The error for a file of unknown source: header names that are not in the schema are hidden.
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

    /// Returns the error with its line moved down by `lines`. A scan counts lines from its own start; this turns them
    /// into lines of the file.
    public func moved(by lines: Int) -> ExtractError {
        switch self {
        case .truncated(let file, let line): .truncated(file: file, line: line + lines)
        case .recordTooLong(let file, let line, let limit): .recordTooLong(file: file, line: line + lines, limit: limit)
        default: self
        }
    }
}
