import Evaluation
import FoundationEssentials
import ReleaseStore
import Releases
import Testing

@Suite("A release that was withdrawn")
struct WithdrawalTests {
    @Test("Nothing is compared with it, what readers have of it still counts, and it can be issued again")
    func withdrawn() async throws {
        try await Repository.withTemporaryFolder { folder in
            let deliveries = try Deliveries(folder)
            let (_, first) = try await deliveries.run()
            let name = try ReleaseFolder(first.folder).manifest.releaseID
            _ = try deliveries.issue(first, on: "2019-07-25")
            try deliveries.deliverLateRows()
            let (second, _) = try await deliveries.run()
            #expect(!second.revisions.isEmpty)

            #expect(try deliveries.withdraw(on: "2019-08-20", because: "Late rows").releaseID == name)
            let (third, released) = try await deliveries.run()
            #expect(third.revisions.isEmpty)
            let manifest = try ReleaseFolder(released.folder).manifest
            #expect(manifest.comparedWith == nil)
            #expect(manifest.alsoIssued?.map(\.releaseID) == [name])
            // When the run is repeated, it leads to the same release; as at an earlier day, it leads to the withdrawn
            // release.
            #expect(try await deliveries.run().1.folder == released.folder)
            #expect(try await deliveries.run(asAt: "2019-07-24").1.folder == first.folder)
            // As at a day before the withdrawal, figures are still compared with the withdrawn release.
            #expect(try await !deliveries.run(asAt: "2019-08-06").0.revisions.isEmpty)

            #expect(try deliveries.issue(first, on: "2019-08-21") == .issued)
            #expect(try await !deliveries.run().0.revisions.isEmpty)
        }
    }
}
