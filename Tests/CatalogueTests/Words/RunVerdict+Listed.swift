import Core
import PipelineEngine

extension RunVerdict.Reason: Listed {
    static func example(after last: RunVerdict.Reason?, _ v: AwkwardValues) -> RunVerdict.Reason? {
        // A reason is given only when its number is at least one.
        let number = max(1, v.number)
        switch last {
        case nil: return .quarantine(rows: number, of: number, folder: v.file)
        case .quarantine(_, _, .some): return .quarantine(rows: number, of: number, folder: nil)
        case .quarantine: return .unclaimedExtracts(file: v.file, source: v.filled, others: max(0, v.number))
        case .unclaimedExtracts: return .quarterNotDelivered(sources: v.some)
        case .quarterNotDelivered: return .deliveriesTooSmall(v.some.map { _ in v.file })
        case .deliveriesTooSmall: return .rowsAtFault(figures: number)
        case .rowsAtFault: return .unplacedRows(figures: number)
        case .unplacedRows: return .unassignedRows(figures: number)
        case .unassignedRows: return .notPublishedAgain(figures: number)
        case .notPublishedAgain: return .numbersTooLarge(figures: number)
        case .numbersTooLarge: return .implausibleChanges(number)
        case .implausibleChanges: return .deliveredInFuture(v.some.map { _ in v.file })
        case .deliveredInFuture: return .doubt(.unexpectedForce, number)
        case .doubt(let rule, _):
            let all = FindingRule.allCases
            let next = all.firstIndex(of: rule).map { all[all.index(after: $0)...] } ?? []
            if let doubt = next.first(where: doubts.contains) { return .doubt(doubt, number) }
            return .smallNumbersPublished(files: number)
        case .smallNumbersPublished: return .deliveries(late: number, partial: max(0, v.number))
        case .deliveries: return .releasesDiffer(parts: v.number, figures: v.number)
        case .releasesDiffer: return .otherBytes(v.some.map { _ in v.file })
        case .otherBytes: return .notCompared(v.number)
        case .notCompared: return .otherParts(parts: v.number, figures: v.number)
        case .otherParts: return .impossibleFigures(number)
        case .impossibleFigures: return .tooLittleChecked(tables: v.some, percent: 0)
        case .tooLittleChecked(_, 0): return .tooLittleChecked(tables: v.some, percent: 50)
        case .tooLittleChecked: return nil
        }
    }

    /// The rules of the findings that make published figures doubtful.
    private static let doubts = RunVerdict.doubts
}
