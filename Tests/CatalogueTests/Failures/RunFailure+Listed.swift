import Core
import Disclosure
import Ingestion
import Intake
import SystemPackage

extension RunFailure: Listed {
    static func example(after last: RunFailure?, _ v: AwkwardValues) -> RunFailure? {
        guard let quarter = FinancialQuarter(year: FinancialYear(start: 2019), number: 1) else { return nil }
        let day = CalendarDate(day: 18_000)
        let source = MissingSource(
            title: v.name, patterns: v.any, passedOver: v.any.map { "\($0): its header is another" })
        switch last {
        case nil: return .noLandingFolder(v.file)
        case .noLandingFolder: return .unreadableFolder(v.file, errno: .permissionDenied)
        case .unreadableFolder(_, .permissionDenied): return .unreadableFolder(v.file, errno: .ioError)
        case .unreadableFolder: return .noExtracts([source], folder: v.file)
        case .noExtracts: return .noneDelivered(by: day, [FirstDelivery(title: v.name, day: day)])
        case .noneDelivered: return .refused([.empty(file: v.file)])
        case .refused: return .deliveryUnknown(files: [v.file])
        case .deliveryUnknown: return .noCompleteQuarter(["the source '\(v.name)' lacks a month"])
        case .noCompleteQuarter: return .nothingInQuarter(quarter)
        case .nothingInQuarter(_, let atFault) where atFault.isEmpty:
            return .nothingInQuarter(quarter, atFault: ["\(v.file): all rows are in quarantine"])
        case .nothingInQuarter:
            var account = RowAccount()
            account.read = v.number
            return .unbalanced(file: v.file, account)
        case .unbalanced: return .listingDiscloses(v.name)
        case .listingDiscloses: return .undecided(.numbersTooLarge)
        case .undecided(.numbersTooLarge): return .undecided(.contradictoryCounts)
        case .undecided(.contradictoryCounts): return .undecided(.cannotProtect(v.filled))
        case .undecided(.cannotProtect): return .contradictoryFigures(["the finding of the audit"])
        case .contradictoryFigures: return nil
        }
    }
}
