import Core
import Ingestion
import SystemPackage

extension ExtractError: Listed {
    static func example(after last: ExtractError?, _ v: AwkwardValues) -> ExtractError? {
        let header = [HeaderName(v.name, column: 0, isKnown: false, sensitive: false)]
        let missing = MissingColumn(field: v.name, aliases: v.any, candidates: v.any.isEmpty ? [] : header)
        switch last {
        case nil: return .unreadable(file: v.file, errno: .permissionDenied)
        case .unreadable(_, .permissionDenied): return .unreadable(file: v.file, errno: .ioError)
        case .unreadable: return .notAFile(file: v.file)
        case .notAFile: return .empty(file: v.file)
        case .empty: return .onlyHeader(file: v.file)
        case .onlyHeader:
            return .missingColumns(file: v.file, schema: v.filled, missing: v.some.map { _ in missing }, found: header)
        case .missingColumns(_, _, _, let found, _) where !found.isEmpty:
            return .missingColumns(file: v.file, schema: v.filled, missing: [missing], found: [])
        case .missingColumns: return .ambiguousColumn(file: v.file, field: v.name, headers: v.several)
        case .ambiguousColumn: return .otherColumns(file: v.file, schema: v.filled, columns: header)
        case .otherColumns: return .ambiguousFormat(file: v.file, sources: v.several)
        case .ambiguousFormat: return .malformedHeader(file: v.file, line: 1)
        case .malformedHeader: return .notText(file: v.file, looksLike: "a workbook")
        case .notText: return .notDecodable(file: v.file, offset: v.number)
        case .notDecodable: return .malformedUTF16(file: v.file, line: 3)
        case .malformedUTF16: return .tooLongForUTF16(file: v.file, limit: v.limit)
        case .tooLongForUTF16: return .endsInNULs(file: v.file, line: 3)
        case .endsInNULs: return .truncated(file: v.file, line: 3)
        case .truncated: return .recordTooLong(file: v.file, line: 3, limit: v.limit)
        case .recordTooLong: return .tooManyDistinctValues(file: v.file, column: 2, limit: v.limit)
        case .tooManyDistinctValues: return .tooManyIdentifiers(file: v.file, limit: v.limit)
        case .tooManyIdentifiers: return .changedWhileRead(file: v.file)
        case .changedWhileRead: return .unreadableCorrection(file: v.file, line: 3)
        case .unreadableCorrection: return .unreadableDelivery(file: v.file)
        case .unreadableDelivery: return .correctionFile(file: v.file)
        case .correctionFile: return .correctionsTooLong(file: v.file, limit: v.limit)
        case .correctionsTooLong: return .unknownOrder(file: v.file, other: v.file, unit: v.filled)
        case .unknownOrder: return .tooManyFaults(file: v.file, Array(ThresholdBreach.examples(v).prefix(1)))
        case .tooManyFaults: return .severalSources(file: v.file, v.several)
        case .severalSources: return .namedBySeveralSources(file: v.file, v.several)
        case .namedBySeveralSources: return .otherDelimiter(file: v.file, line: 1, schema: v.filled, delimiter: 9)
        case .otherDelimiter: return .unusableName(file: v.file, .notUTF8)
        case .unusableName(_, .notUTF8): return .unusableName(file: v.file, .controlCharacter)
        case .unusableName(_, .controlCharacter): return .unusableLink(file: v.file, .leadsOut)
        case .unusableLink(_, .leadsOut): return .unusableLink(file: v.file, .leadsBack)
        case .unusableLink(_, .leadsBack):
            return .damagedSibling(file: v.file, like: v.file, source: v.name, reason: "its header is another")
        case .damagedSibling: return .workbookNotRead(v.file)
        case .unreadableContainer: return nil
        }
    }
}

extension AwkwardValues {
    /// A limit: limits are set by the program, in whole MiB, and are never small.
    fileprivate var limit: Int { 16 << 20 }
}

extension ThresholdBreach {
    /// Returns breaches of limits in rows and in percent, and of a check that allows no faults.
    static func examples(_ v: AwkwardValues) -> [ThresholdBreach] {
        let limits: [FaultLimit?] = [nil, .rows(v.number), .percent(Rational(5))]
        return limits.flatMap { limit in
            [FindingSeverity.refuse, .stop].map { severity in
                ThresholdBreach(
                    rule: .invalidDate, explanation: FindingRule.invalidDate.explanation, column: v.filled,
                    severity: severity, count: max(1, v.number), read: max(1, v.number),
                    limit: limit, lines: v.some.indices.map { $0 + 2 })
            }
        }
    }
}
