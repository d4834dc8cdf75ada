import Core
import Foundation
import Planning
import Records
import Setup
import Testing

/// Checks that the definitions of partnerships are valid. The default is a sample; with SHP_EVERY_PARTNERSHIP set, all
/// partnerships are checked.
@Suite struct EveryPartnershipTests {
    static let partnerships: [Partnership] = {
        let all = (try? NationalReference(folder: SetupFolder.reference).allPartnerships) ?? []
        guard ProcessInfo.processInfo.environment["SHP_EVERY_PARTNERSHIP"] == nil else { return all }
        print("40 of \(all.count) partnerships; all of them with SHP_EVERY_PARTNERSHIP=1")
        return stride(from: 0, to: 40, by: 1).map { all[$0 * all.count / 40] }
    }()

    @Test("There are 314 partnerships in 43 forces")
    func count() throws {
        let all = try NationalReference(folder: SetupFolder.reference).allPartnerships
        #expect(all.count == 314)
        #expect(Set(all.map(\.force)).count == 43)
    }

    @Test("A new definition of a partnership has no errors, with every source and choice of peers")
    func sound() throws {
        #expect(Self.partnerships.count >= 40)
        for (index, partnership) in Self.partnerships.enumerated() {
            try SetupFolder.with { folder in
                let pipeline = try SetupFolder.write(partnership.code, in: folder + "/new")
                #expect(pipeline.place == .partnership(partnership))
                let plan = try PlanCompiler.compile(path: pipeline.definition)
                #expect(plan.areas.areas[plan.homeArea].code == partnership.code)
                #expect(plan.areas.byLSOA.values.contains(plan.homeArea))
                // Every fifth partnership is also set up with the other sources and peers.
                guard index.isMultiple(of: 5) else { return }
                for source in SetupSource.allCases {
                    for peers in [PeerRule.none, .sameForce] {
                        let other = try SetupFolder.write(
                            partnership.code, in: "\(folder)/\(source)-\(peers == .none)", source, peers)
                        _ = try PlanCompiler.compile(path: other.definition)
                    }
                }
            }
        }
    }

    @Test("A force gets all its partnerships, and its definition has no errors", arguments: SetupSource.allCases)
    func forces(source: SetupSource) throws {
        for force in ["Cleveland Police", "Dorset Police", "Metropolitan Police", "Thames Valley Police", "E23000034"] {
            try SetupFolder.with { folder in
                let pipeline = try SetupFolder.write(force, in: folder + "/new", source)
                let plan = try PlanCompiler.compile(path: pipeline.definition)
                #expect(plan.areas.areas.count { $0.inScope && !$0.isTotal } == pipeline.peers.count + 1)
            }
        }
    }
}
