extension SpreadsheetError {
    /// A stable kebab-case name of the reason, for programs.
    package var code: String {
        switch self {
        case .unreadable: "unreadable"
        case .notAnArchive: "not-an-archive"
        case .truncated: "truncated-archive"
        case .compoundFile: "old-or-encrypted-workbook"
        case .otherDocument(_, .xlsb): "binary-workbook"
        case .otherDocument(_, .numbers): "numbers-workbook"
        case .otherDocument: "not-a-workbook"
        case .encrypted: "encrypted-archive"
        case .unknownMethod: "unknown-compression"
        case .damaged: "damaged-archive"
        case .notXML: "not-xml"
        case .entities: "entities-in-workbook"
        case .bomb: "zip-bomb"
        case .memberTooLarge: "member-too-large"
        case .tooManyMembers: "too-many-members"
        case .duplicateMember: "duplicate-member"
        case .unsafeName: "unsafe-member-name"
        case .missingPart: "missing-part"
        case .beyondLimits: "beyond-spreadsheet-limits"
        case .outOfOrder: "cells-out-of-order"
        case .cellTooLong: "cell-too-long"
        case .expands: "sheet-expands"
        }
    }
}
