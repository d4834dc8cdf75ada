import Core
import SystemPackage

extension SpreadsheetError: CustomStringConvertible {
    /// What is wrong and what to do, with the file.
    package var description: String { "\(file): \(reason)" }

    /// What is wrong and what to do.
    package var reason: String {
        switch self {
        case .unreadable(_, let code):
            let reason = "cannot be read: \(code)"
            switch code {
            case .permissionDenied, .notPermitted: return reason + "; ask its owner for the right to read it"
            case .noSuchFileOrDirectory: return reason
            default: return reason + "; check the disk, or copy it again"
            }
        case .notAnArchive: return "is neither a workbook nor a zip archive; ask the partner to send it again"
        case .truncated: return "the end of the archive is missing or damaged; \(Self.again)"
        case .compoundFile:
            return "is an old Excel workbook (.xls) or a workbook with a password. Open it in Excel, remove any "
                + "password, and save it as “Excel Workbook (.xlsx)”"
        case .otherDocument(_, let document): return document.reason
        case .encrypted(_, let member):
            return "\(Self.shown(member)) is encrypted; open it with its password and save it without one"
        case .unknownMethod(_, let member, let method):
            return "\(Self.shown(member)) is compressed by method \(method), which is not known; pack the files again "
                + "as an ordinary zip archive"
        case .damaged(_, let part, let damage):
            return "\(Self.shown(part)) is damaged: \(damage.reason); \(Self.again)"
        case .notXML(_, let part, let byte):
            return "\(Self.shown(part)) is damaged at its byte \(byte); \(Self.again)"
        case .entities(_, let part):
            return
                "\(Self.shown(part)) declares a document type, which no spreadsheet program writes; open the workbook "
                + "in Excel and save it as “Excel Workbook (.xlsx)”"
        case .bomb(_, let member, let size, let ratio):
            return "\(Self.shown(member)) would unpack to \(size >> 20) MiB, \(ratio) times its packed size, as in an "
                + "attack; ask the partner how the file was made"
        case .memberTooLarge(_, let member, let limit):
            return "\(Self.shown(member)) is larger than \(limit >> 20) MiB; ask for the file in smaller parts"
        case .tooManyMembers(_, let limit):
            return "the archive has more than \(limit) files; ask for it in smaller parts"
        case .duplicateMember(_, let member):
            return "the archive has two files named \(Self.shown(member)); pack the files again"
        case .unsafeName(_, let member):
            return "the archive has a file whose name leads out of its folder or cannot be shown: "
                + "\(Self.shown(member)); pack the files again"
        case .missingPart(_, let part):
            return "the workbook needs \(Self.shown(part)), which the archive does not have; \(Self.again)"
        case .beyondLimits(_, let sheet, let row):
            return "\(Self.place(sheet, row)) is beyond the 1,048,576 rows and 16,384 columns of a spreadsheet; "
                + "\(Self.saved)"
        case .outOfOrder(_, let sheet, let row):
            return "the rows or cells at \(Self.place(sheet, row)) are not in order; \(Self.saved)"
        case .cellTooLong(_, let sheet, let row, let limit):
            return "a cell at \(Self.place(sheet, row)) is longer than \(limit) bytes; shorten it, or ask the partner "
                + "what it holds"
        case .expands(_, let sheet, let row):
            return "at \(Self.place(sheet, row)), repeated cells make far more text than the file has bytes, as in an "
                + "attack; ask the partner how the file was made"
        }
    }

    private static let again = "ask the partner to send it again"
    private static let saved = "open the workbook in Excel and save it again"

    /// The name of a member, which may hold anything.
    private static func shown(_ name: String) -> String {
        "'\(VisibleText.of(name.count > 200 ? name.prefix(200) + "…" : name))'"
    }

    private static func place(_ sheet: String, _ row: Int) -> String { "row \(row) of the sheet \(shown(sheet))" }
}

extension SpreadsheetError.Document {
    fileprivate var reason: String {
        switch self {
        case .xlsb: "is a binary Excel workbook (.xlsb); open it in Excel and save it as “Excel Workbook (.xlsx)”"
        case .numbers: "is a workbook of Apple Numbers; export it from Numbers as “Excel Workbook (.xlsx)”"
        case .text:
            "is a text document, not a workbook; copy its table into a spreadsheet and save that as “Excel Workbook (.xlsx)”"
        case .presentation: "is a presentation, not a workbook; ask the partner for the figures in a workbook"
        case .other: "is not a workbook; open it in Excel and save it as “Excel Workbook (.xlsx)”"
        }
    }
}

extension SpreadsheetError.Damage {
    fileprivate var reason: String {
        switch self {
        case .overlap: "it shares its bytes with another file of the archive"
        case .header: "the archive's directory contradicts it"
        case .stream: "it cannot be unpacked"
        case .length: "it does not have the size that the archive declares"
        case .checksum: "its checksum is wrong"
        case .nesting: "its elements are deeper or longer than in any workbook"
        case .sharedText: "a cell uses a shared text that the workbook does not have"
        }
    }
}
