import Core
import SystemPackage

extension ExtractError.MissingColumn {
    /// The column's names: `'date' (also 'Date recorded')`.
    fileprivate var names: String {
        let others = aliases.map { "'\($0)'" }.joined(separator: ", ")
        return "'\(field)'" + (others.isEmpty ? "" : " (also \(others))")
    }

    /// Returns what to do about columns of the file that may be the missing one. It is a clause when no other column is
    /// missing, otherwise a sentence.
    fileprivate func hint(isAlone: Bool) -> String? {
        guard isOfHeader, !candidates.isEmpty else { return nil }
        let found = candidates.map(\.quoted).joined(separator: " or ")
        let it = candidates.allSatisfy(\.isShown) ? "it" : "its name"
        return (isAlone ? "; the" : ". The")
            + " file has \(found): if that is \(isAlone ? "the column" : "'\(field)'"), "
            + "add \(it) to the schema's aliases"
    }
}

extension ExtractError: CustomStringConvertible {
    /// Returns the names as a list: `a`, `a and b` or `a, b and c`.
    private static func list(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    /// What is wrong and what to do, with the file and, where there is one, the line.
    public var description: String {
        switch self {
        case .unreadable(let file, let code):
            let reason = "\(file): cannot be read: \(code)"
            switch code {
            case .permissionDenied, .notPermitted: return reason + "; ask its owner for the right to read it"
            case .noSuchFileOrDirectory: return reason
            default: return reason + "; check the disk, or copy it again"
            }
        case .notAFile(let file):
            return
                "\(file): is not a file; if it is a folder, take it out of the landing folder, or put its files in its place"
        case .empty(let file):
            return "\(file): is empty; ask the partner to send it again, or take it out of the landing folder"
        case .onlyHeader(let file, let line):
            return
                "\(file):\(line): has a header but no rows; if that is right, take the file out of the landing folder"
        case .missingColumns(let file, let schema, let missing, let found, let line):
            return "\(file):\(line): the schema \(schema) needs the "
                + (missing.count == 1 ? "column " : "columns ") + Self.list(missing.map(\.names))
                + missing.compactMap { $0.hint(isAlone: missing.count == 1) }.joined()
                + (found.isEmpty || !missing.allSatisfy(\.isOfHeader)
                    ? ". The first row is not shown, because it may be personal data rather than a header. If the header is missing, put it back"
                    : ". The header is: " + found.map { VisibleText.of($0.label) }.joined(separator: " | ")
                        + (found.allSatisfy(\.isShown) ? "" : ". Names that the schema does not know are not shown"))
        case .ambiguousColumn(let file, let field, let headers, let line):
            return
                "\(file):\(line): more than one column could be '\(field)': \(headers.map(VisibleText.of).joined(separator: " | ")); keep only one of them"
        case .otherColumns(let file, let schema, let columns, let line):
            return "\(file):\(line): the schema \(schema) allows no other columns, but the file has "
                + columns.map(\.quoted).joined(separator: ", ")
                + "; add them to the schema's fields, or remove 'other-columns: refused' from the schema"
        case .ambiguousFormat(let file, let sources):
            return "\(file): its header fits \(sources.map { "'\($0)'" }.joined(separator: " and ")) equally well; "
                + "use 'files' in the definition to say which source reads it"
        case .malformedHeader(let file, let line):
            return
                "\(file):\(line): the header has a quote where CSV allows none, or a quote that is never closed; put quotes around whole names, or use none"
        case .notText(let file, let looksLike):
            return "\(file): is \(looksLike), not CSV; open it and save it as “CSV UTF-8”"
        case .notDecodable(let file, let offset):
            return
                "\(file): byte \(offset) is not UTF-8, though the file is marked as UTF-8 or its schema "
                + "declares no other encoding; save the file as “CSV UTF-8”, or declare its encoding in the schema"
        case .malformedUTF16(let file, let line):
            return
                "\(file):\(line): is marked as UTF-16 but has only half a character here; open it and save it as “CSV UTF-8”, or ask the partner to send it again"
        case .tooLongForUTF16(let file, let limit):
            return "\(file): is UTF-16 and longer than \(limit >> 20) MiB; save it as “CSV UTF-8”"
        case .endsInNULs(let file, let line):
            return
                "\(file):\(line): from here on the file holds only NUL bytes, a sign that writing was interrupted; ask the partner to send it again"
        case .truncated(let file, let line):
            return "\(file):\(line): the file ends in the middle of a row; ask the partner to send it again"
        case .recordTooLong(let file, let line, let limit):
            return "\(file):\(line): the row is longer than \(limit) bytes; look for a quote that is never closed"
        case .tooManyDistinctValues(let file, let column, let limit):
            return
                "\(file): column \(column) has more than \(limit >> 20) MiB of distinct values; if the column identifies rows, "
                + "set its role to 'identifier' in the schema"
        case .tooManyIdentifiers(let file, let limit):
            return
                "\(file): with this file, more than \(limit) rows have an identifier to be compared; keep extracts of fewer years in the landing folder"
        case .changedWhileRead(let file):
            return "\(file): changed while it was read; wait until the copy is complete and run again"
        case .unreadableCorrection(let file, let line):
            return "\(file):\(line): is not a record from a quarantine file: a record needs "
                + "extract, sha256, line, rule, column, reason and row, and quotes in pairs"
        case .correctionFile(let file):
            return
                "\(file): is a file of corrected rows, not an extract; put it with the extracts in the landing folder, and "
                + "'shp run' checks each row by the schema of its extract"
        case .unreadableDelivery(let file):
            return "\(file): does not say when the file beside it was delivered; write one day, such as 2019-07-10"
        case .correctionsTooLong(let file, let limit):
            return "\(file): has more than \(limit >> 20) MiB of corrections; correct the extract itself"
        case .unknownOrder(let file, let other, let unit):
            return "\(file): \(other) also delivers \(unit), with different rows, and it is not known which is later. "
                + "Begin each name with the day of delivery, such as 2024-04-25_NAME.csv. Or put a file NAME.delivered with "
                + "the day beside each file, or put each download in a folder such as 2024-04-25"
        case .otherDelimiter(let file, let line, let schema, let delimiter):
            let name = delimiter == 9 ? "\\t" : String(Unicode.Scalar(delimiter))
            return
                "\(file):\(line): its fields are separated by '\(name)', which the schema \(schema) does not accept; add it "
                + "to the schema's 'delimiters', or ask for the file with the usual delimiter"
        case .severalSources(let file, let sources):
            return
                "\(file): by its header it could belong to the source \(sources.joined(separator: " or ")); name its schema with --schema"
        case .namedBySeveralSources(let file, let sources):
            let names = sources.map { "'\($0)'" }.joined(separator: " and ")
            return
                "\(file): the 'files' of the sources \(names) all name it; change the patterns so that only one source names it"
        case .unusableName(let file, .notUTF8):
            return "\(file): the name is not UTF-8; rename the file, or copy it again with UTF-8 names"
        case .unusableName(let file, .controlCharacter):
            return "\(file): the name has a line break or another control character; rename the file"
        case .unusableLink(let file, .leadsOut):
            return "\(file): is a link that leads out of the landing folder; put a copy in its place"
        case .unusableLink(let file, .leadsBack):
            return
                "\(file): is a link to the landing folder, to a folder in it or above it, or to itself; remove the link"
        case .unreadableContainer(let file, _, let reason): return "\(file): \(reason)"
        case .damagedSibling(let file, let sibling, let source, let reason):
            return "\(file): is named like \(sibling), an extract of '\(source)', but is not one: \(reason). "
                + "Ask for the file again, or remove it from the landing folder; if its header is new, run 'shp suggest'"
        case .tooManyFaults(let file, let breaches):
            return breaches.map { "\(file): \($0)" }.joined(separator: "\n")
        }
    }
}
