import Spreadsheets
import SystemPackage

extension SpreadsheetError: Listed {
    static func example(after last: SpreadsheetError?, _ v: AwkwardValues) -> SpreadsheetError? {
        switch last {
        case nil: .unreadable(file: v.file, errno: .permissionDenied)
        case .unreadable(_, .permissionDenied): .unreadable(file: v.file, errno: .ioError)
        case .unreadable: .notAnArchive(file: v.file)
        case .notAnArchive: .truncated(file: v.file)
        case .truncated: .compoundFile(file: v.file)
        case .compoundFile: .otherDocument(file: v.file, .xlsb)
        case .otherDocument(_, let kind):
            next(kind).map { .otherDocument(file: v.file, $0) } ?? .encrypted(file: v.file, member: v.filled)
        case .encrypted: .unknownMethod(file: v.file, member: v.filled, method: 12)
        case .unknownMethod: .damaged(file: v.file, part: v.filled, .overlap)
        case .damaged(_, _, let damage):
            next(damage).map { .damaged(file: v.file, part: v.filled, $0) }
                ?? .notXML(file: v.file, part: v.filled, byte: 3)
        case .notXML: .entities(file: v.file, part: v.filled)
        case .entities: .bomb(file: v.file, member: v.filled, size: 2000 << 20, ratio: 1028)
        case .bomb: .memberTooLarge(file: v.file, member: v.filled, limit: 64 << 20)
        case .memberTooLarge: .tooManyMembers(file: v.file, limit: 200_000)
        case .tooManyMembers: .duplicateMember(file: v.file, member: v.filled)
        case .duplicateMember: .unsafeName(file: v.file, member: v.filled)
        case .unsafeName: .missingPart(file: v.file, part: v.filled)
        case .missingPart: .beyondLimits(file: v.file, sheet: v.filled, row: 3)
        case .beyondLimits: .outOfOrder(file: v.file, sheet: v.filled, row: 3)
        case .outOfOrder: .cellTooLong(file: v.file, sheet: v.filled, row: 3, limit: 1 << 20)
        case .cellTooLong: .expands(file: v.file, sheet: v.filled, row: 3)
        case .expands: nil
        }
    }

    private static func next<Value: CaseIterable & Equatable>(_ value: Value) -> Value? {
        Array(Value.allCases.drop { $0 != value }.dropFirst()).first
    }
}
