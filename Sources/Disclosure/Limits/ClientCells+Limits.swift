import Aggregation
import Core
import Indicators

extension ClientCells {
    /// Returns what readers know about clients in overlapping windows of twelve months. A client counted in one window
    /// is also counted in an earlier or a later one, if these two together cover the first. The limits apply to the
    /// parts of the cells. Limits that the facts contradict, because episodes were joined later, are left out.
    func limits(_ subjects: [CountSubject], part: (Cell) -> Int?, truth: [Int]?) -> [CountLimit] {
        var lasts: [Place: Set<Month>] = [:]
        var asked: [Place: Set<Asked>] = [:]
        for subject in subjects {
            guard case .clients(let source, let stage, let group, let last, let area) = subject,
                let reach = Self.reach(of: stage)
            else { continue }
            let place = Place(source: source, area: area)
            lasts[place, default: []].insert(last)
            asked[place, default: []].insert(Asked(stage: stage, group: group, reach: reach))
        }
        var found: [CountLimit] = []
        for (place, months) in lasts.sorted(by: { ($0.key.source, $0.key.area) < ($1.key.source, $1.key.area) }) {
            let months = months.sorted()
            for one in (asked[place] ?? []).sorted(by: {
                ($0.stage, $0.group.drugs.description) < ($1.stage, $1.group.drugs.description)
            }) {
                func parts(_ last: Month) -> [Int?] {
                    cells(
                        of: .clients(
                            source: place.source, stage: one.stage, group: one.group, last: last, area: place.area)
                    ).map(part)
                }
                for (index, last) in months.enumerated() {
                    for before in months.prefix(index) {
                        for after in months.dropFirst(index + 1) where after <= before.advanced(by: one.reach) {
                            let larger = parts(before) + parts(after)
                            guard found.count < Self.maxLimits, larger.allSatisfy({ $0 != nil }) else { continue }
                            let limit = CountLimit(
                                smaller: parts(last).compactMap(\.self), larger: larger.compactMap(\.self))
                            if let truth, limit.room({ truth[$0] }) < 0 { continue }
                            if !limit.smaller.isEmpty { found.append(limit) }
                        }
                    }
                }
            }
        }
        return found
    }

    /// The largest number of limits used.
    private static let maxLimits = 400

    private struct Place: Hashable {
        let source: String
        let area: Int
    }

    private struct Asked: Hashable {
        let stage: TreatmentStage
        let group: TreatmentGroup
        let reach: Int
    }

    /// Returns the number of months of a window in which clients can reach the stage; nil where other windows show
    /// nothing about these clients.
    private static func reach(of stage: TreatmentStage) -> Int? {
        switch stage {
        case .inTreatment, .inEffectiveTreatment, .completed: 12
        case .completedInFirstHalf: 6
        case .returned: nil
        }
    }
}
