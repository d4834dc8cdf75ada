package import SystemPackage

/// Why an archive or a workbook cannot be read. Each case carries its evidence; `description` is its wording.
package enum SpreadsheetError: Error, Hashable, Sendable {
    case unreadable(file: String, errno: Errno)
    /// The file does not begin as a zip archive does.
    case notAnArchive(file: String)
    /// The archive's directory, which stands at its end, is missing or damaged.
    case truncated(file: String)
    /// The file is `.xls`, or a workbook with a password: both are in the same container.
    case compoundFile(file: String)
    /// The archive is a document that is not read.
    case otherDocument(file: String, Document)
    case encrypted(file: String, member: String)
    case unknownMethod(file: String, member: String, method: Int)
    case damaged(file: String, part: String, Damage)
    /// The part is not XML from this byte on.
    case notXML(file: String, part: String, byte: Int)
    case entities(file: String, part: String)
    case bomb(file: String, member: String, size: Int, ratio: Int)
    case memberTooLarge(file: String, member: String, limit: Int)
    case tooManyMembers(file: String, limit: Int)
    case duplicateMember(file: String, member: String)
    case unsafeName(file: String, member: String)
    /// The workbook names a part that is not in the archive.
    case missingPart(file: String, part: String)
    /// A row or a column beyond the limits of spreadsheets. `row` counts from 1.
    case beyondLimits(file: String, sheet: String, row: Int)
    /// Rows or cells that do not follow each other.
    case outOfOrder(file: String, sheet: String, row: Int)
    case cellTooLong(file: String, sheet: String, row: Int, limit: Int)
    /// A row, or a sheet compared with the bytes that describe it, is too long to be true.
    case expands(file: String, sheet: String, row: Int)

    /// A document that is no workbook that can be read.
    package enum Document: Hashable, Sendable, CaseIterable {
        case xlsb, numbers, text, presentation, other
    }

    /// Damage to an archive.
    package enum Damage: Hashable, Sendable, CaseIterable {
        /// Members share the same bytes.
        case overlap
        /// The directory and the member's own header contradict each other, or the header is missing.
        case header
        /// The packed bytes cannot be unpacked.
        case stream
        case length, checksum
        /// Elements inside each other, or a single tag, larger than any program writes.
        case nesting
        /// A cell uses a shared text that the workbook does not have.
        case sharedText
    }

    /// The file's name.
    package var file: String {
        switch self {
        case .unreadable(let file, _), .notAnArchive(let file), .truncated(let file), .compoundFile(let file),
            .otherDocument(let file, _), .encrypted(let file, _), .unknownMethod(let file, _, _),
            .damaged(let file, _, _), .notXML(let file, _, _), .entities(let file, _), .bomb(let file, _, _, _),
            .memberTooLarge(let file, _, _), .tooManyMembers(let file, _), .duplicateMember(let file, _),
            .unsafeName(let file, _), .missingPart(let file, _), .beyondLimits(let file, _, _),
            .outOfOrder(let file, _, _), .cellTooLong(let file, _, _, _), .expands(let file, _, _):
            file
        }
    }
}
