import Aggregation
import Core
import Indicators

/// The cells that add up to the counts of clients. The clients of a cell have the same window and area, and belong to
/// the same set of groups. Among the stages that counts use, they have reached the same ones. Groups overlap, and
/// readers know their definitions, so the difference between two counts is a sum of such cells, too.
struct ClientCells {
    /// One cell. `level` is the number of stages reached among those that counts use. `groups` has bit n for the nth
    /// group.
    struct Cell: Hashable {
        let source: String
        let last: Month
        let area: Int
        let level: Int
        let groups: UInt64
    }

    private struct Window: Hashable {
        let source: String
        let last: Month
        let area: Int
    }

    private struct Counted {
        let stage: TreatmentStage
        let groups: UInt64
        let clients: Int
    }

    /// The largest number of possible sets of groups at which all of them are used. If there are more, only the sets
    /// that clients belong to are used, as if readers knew that the others are empty. Such readers could conclude more,
    /// so this errs on the side of caution.
    private static let maxMemberships = 64

    private let groups: [TreatmentGroup]
    private let stages: [TreatmentStage]
    private var counted: [Window: [Counted]] = [:]
    private let memberships: [UInt64]
    /// Whether every cell that can have clients is included.
    let isComplete: Bool

    init(_ subjects: [CountSubject], _ facts: any CountedFacts) {
        var (groups, stages, places) = ([TreatmentGroup](), Set<TreatmentStage>(), Set<Window>())
        for subject in subjects {
            guard case .clients(let source, let stage, let group, let last, let area) = subject else { continue }
            if !groups.contains(group) { groups.append(group) }
            stages.insert(stage)
            places.insert(Window(source: source, last: last, area: area))
        }
        self.groups = groups
        self.stages = stages.sorted()
        for place in places {
            counted[place] = facts.clients(of: place.source, area: place.area, groups: groups, last: place.last)
                .map { Counted(stage: $0.stage, groups: $0.groups, clients: $0.clients) }
        }
        let known =
            TreatmentGroup.memberships(
                of: groups, limit: Self.maxMemberships,
                codesInUse: places.first.flatMap { facts.drugCodes(of: $0.source) })
        memberships = (known ?? Set(counted.values.joined().map(\.groups))).sorted()
        isComplete = known != nil || facts.knowsClients
    }

    /// Returns the cells that add up to the count.
    func cells(of subject: CountSubject) -> [Cell] {
        guard case .clients(let source, let stage, let group, let last, let area) = subject,
            let number = groups.firstIndex(of: group)
        else { return [] }
        let own = memberships.filter { $0 & 1 << UInt64(number) != 0 }
        return (level(of: stage)...stages.count).flatMap { level in
            own.map { Cell(source: source, last: last, area: area, level: level, groups: $0) }
        }
    }

    /// Calls the body with each cell that has clients, and with their number.
    func forEachClients(_ body: (Cell, Int) -> Void) {
        for (place, counts) in counted {
            for count in counts where level(of: count.stage) > 0 {
                body(
                    Cell(
                        source: place.source, last: place.last, area: place.area, level: level(of: count.stage),
                        groups: count.groups), count.clients)
            }
        }
    }

    /// Returns the number of stages that a client at this stage has reached, among the stages that counts use.
    private func level(of stage: TreatmentStage) -> Int { stages.count { $0 <= stage } }
}
