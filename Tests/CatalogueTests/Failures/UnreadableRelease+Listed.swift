import Core
import ReleaseStore

extension UnreadableRelease: Listed {
    static func example(after last: UnreadableRelease?, _ v: AwkwardValues) -> UnreadableRelease? {
        switch last {
        case nil: .noRelease(path: v.file)
        case .noRelease: .noQuarter("2019-20-Q1", output: v.file)
        case .noQuarter: .missing(file: v.file)
        case .missing: .unreadable(file: v.file)
        case .unreadable: .forbidden(path: v.file)
        case .forbidden: .changed(file: v.file)
        case .changed: .elsewhere(path: v.file, expected: ["PIPELINE", "QUARTER"])
        case .elsewhere: .unlistedFile(file: v.file)
        case .unlistedFile: .brokenChain(file: v.list, entry: v.number)
        case .brokenChain: .unlistedIssue(path: v.file, list: v.list)
        case .unlistedIssue: .entryMissing(list: v.list, release: "RELEASE", .manifest(of: "OTHER"))
        case .entryMissing(_, _, .manifest): .entryMissing(list: v.list, release: "RELEASE", .ledger(nil))
        case .entryMissing(_, _, .ledger(nil)): .entryMissing(list: v.list, release: "RELEASE", .ledger("ISSUED"))
        case .entryMissing(_, _, .ledger): .entryChanged(list: v.list, release: "RELEASE")
        case .entryChanged: .pipelineMissing(path: v.file, ledger: v.file)
        case .pipelineMissing: .damagedList(file: v.list)
        case .damagedList: .several([.changed(file: v.file), .missing(file: v.file)])
        case .several: nil
        }
    }
}

extension AwkwardValues {
    /// The path of a list of issued releases, which is in the folder of its quarter.
    fileprivate var list: String { "QUARTER/issued.json" }
}

extension FigureNotFound: Listed {
    static func example(after last: FigureNotFound?, _ v: AwkwardValues) -> FigureNotFound? {
        switch last {
        case nil: .unknown(.row, v.name, candidates: v.any)
        case .unknown: .ambiguous(.area, candidates: v.several)
        case .ambiguous:
            .severalPlaces(
                v.several.map {
                    FigureKey(table: "t", section: $0, row: $0, area: $0, measure: "value", period: "2019-20-Q1")
                })
        case .severalPlaces: nil
        }
    }
}

extension IssueError: Listed {
    static func example(after last: IssueError?, _ v: AwkwardValues) -> IssueError? {
        let quarter = FinancialQuarter(year: FinancialYear(start: 2019), number: 1)
        let day = CalendarDate(day: 18_000)
        guard let quarter else { return nil }
        return switch last {
        case nil: .notEnded(quarter, today: day)
        case .notEnded: .dayNotAllowed(day, from: day, to: day)
        case .dayNotAllowed: .notIssued(nil, quarter, issued: [])
        case .notIssued(nil, _, _): .notIssued(v.filled, quarter, issued: v.some)
        case .notIssued: .reveals(v.some, beside: v.some)
        case .reveals: .notComparable(v.filled, with: v.some, figures: v.some)
        case .notComparable: nil
        }
    }
}
