import Core
import Indicators

extension MissingReason: Listed {
    static func example(after last: MissingReason?, _ v: AwkwardValues) -> MissingReason? {
        let month = Month(year: 2019, month: 4)
        return switch last {
        case nil: .partner("Waiting for data")
        case .partner: .notDelivered(source: v.name, month: month)
        case .notDelivered: .partial(source: v.name, month: month, shorthand: nil)
        case .partial: .notReturned
        case .notReturned: .notDivided
        case .notDivided: .coarserInTime
        case .coarserInTime: .noDenominator
        case .noDenominator: .partMissing
        case .partMissing: .changeFromZero
        case .changeFromZero: .notCompared
        case .notCompared: .notApplicable
        case .notApplicable: .seriesBreak
        case .seriesBreak: .nobody
        case .nobody: .confidential
        case .confidential: .rowsAtFault(source: v.name)
        case .rowsAtFault: .tooLarge
        case .tooLarge: .unassigned(source: v.name)
        case .unassigned: .unplaced(source: v.name)
        case .unplaced: .notPublishedAgain(source: v.name)
        case .notPublishedAgain: nil
        }
    }
}
