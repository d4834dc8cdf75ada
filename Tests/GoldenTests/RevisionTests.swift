import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Planning
import ReleaseStore
import Releases
import Testing

@Suite("What differs from an issued release, and why")
struct RevisionTests {
    private func revision(
        _ row: String, _ measure: Measure = .value, table: String = "recorded-crime-local", area: String = "Hartlepool",
        in result: RunResult
    ) -> FigureRevision? {
        result.revisions.first {
            let figure = $0.figure
            return figure.table == table && figure.row == row && figure.measure == measure && figure.area == area
                && (figure.period == "2019-20-Q1" || measure != .value)
        }
    }

    /// Checks that the weights of each figure's shares add up to the figure's change, where shares have weights.
    private func checkSums(_ result: RunResult) throws {
        var weighed = 0
        for revision in result.revisions where revision.figure.unit != .percent {
            guard let change = revision.change, revision.shares.allSatisfy({ $0.weight != nil }) else { continue }
            weighed += 1
            #expect(try Rational.sum(revision.shares.compactMap(\.weight)) == change)
            #expect(revision.shares.map(\.cause) == revision.shares.map(\.cause).sorted())
        }
        #expect(weighed > 10)
        for revision in result.revisions { #expect(!revision.shares.isEmpty, "\(revision)") }
    }

    @Test("Three deliveries: the first is made again byte for byte, and each later change has its cause")
    func threeDeliveries() async throws {
        try await Repository.withTemporaryFolder { folder in
            let deliveries = try Deliveries(folder)
            let (first, released) = try await deliveries.run()
            #expect(first.revisions.isEmpty)
            #expect(try deliveries.issue(released, on: "2019-07-25") == .issued)
            #expect(try deliveries.issue(released, on: "2019-07-26") == .already(on: "2019-07-25"))
            // Nothing has changed: the issued release is not compared with itself.
            #expect(try await deliveries.run().1.folder == released.folder)

            try deliveries.deliverLateRows()
            let (second, secondReleased) = try await deliveries.run()
            try checkSums(second)
            let late = try #require(revision("Violence with injury", in: second))
            #expect(late.change == Rational(3) && late.shares == [.init(.lateRows, Rational(3))])
            #expect(late.figure.display == "250" && late.figure.status.isEmpty)
            let marked = second.tables.flatMap(\.figures).first {
                $0.row == "Violence with injury" && $0.period == "2019-20-Q1" && $0.measure == .value
            }
            #expect(marked?.display == "250 [r]" && marked?.status == "revised")
            #expect(
                revision("Violence with injury", table: "recorded-crime-force", area: "Cleveland", in: second)?.shares
                    == [.init(.lateRows, Rational(4))])
            let rate = try #require(
                revision("Violence with injury", .rate, table: "recorded-crime-force", in: second))
            #expect(rate.shares == [.init(.lateRows, nil)])
            #expect(revision("Shoplifting", in: second) == nil)

            try deliveries.deliverRevisedRows()
            let (third, thirdReleased) = try await deliveries.run()
            try checkSums(third)
            let revised = try #require(revision("Violence with injury", in: third))
            #expect(
                revised.shares == [
                    .init(.cancelled, Rational(-1)), .init(.movedArea, Rational(-1)), .init(.redated, Rational(-1)),
                    .init(.reclassified, Rational(-2)), .init(.lateRows, Rational(3)),
                ])
            #expect(
                revision("Stalking and Harassment", in: third)?.shares == [.init(.reclassified, Rational(2))])
            // The crimes were reclassified within violence, so the sum of violence does not change for that reason.
            #expect(
                revision("Violence against the person", table: "recorded-crime-force", area: "Cleveland", in: third)?
                    .shares == [
                        .init(.cancelled, Rational(-1)), .init(.redated, Rational(-1)), .init(.lateRows, Rational(4)),
                    ])
            // There are three more and three fewer, so the figure is the same as the issued one.
            #expect(revision("Violence against the person", in: third) == nil)
            #expect(
                revision("Violence with injury", table: "recorded-crime-force", area: "Middlesbrough", in: third)?
                    .shares == [.init(.movedArea, Rational(1)), .init(.lateRows, Rational(1))])

            // The first release is made again although more has been delivered since: it has the same bytes in the same
            // place.
            let (again, untouched) = try await deliveries.run(asAt: "2019-07-24")
            #expect(untouched.folder == released.folder && untouched.isUnchanged && again.revisions.isEmpty)
            #expect(
                try FileManager.default.destinationOfSymbolicLink(
                    atPath: deliveries.output + "/shp-performance/2019-20-Q1/latest")
                    == thirdReleased.folder.split(separator: "/").last.map(String.init))
            // As at the day after the second delivery, the second release is published again.
            #expect(try await deliveries.run(asAt: "2019-08-06").1.folder == secondReleased.folder)
        }
    }

    @Test("A change of the definition is told from what rows change, and a denominator from the count")
    func definition() async throws {
        try await Repository.withTemporaryFolder { folder in
            let deliveries = try Deliveries(folder)
            let (_, released) = try await deliveries.run()
            _ = try deliveries.issue(released, on: "2019-07-25")
            try deliveries.deliverLateRows()
            let pipelines = folder + "/Pipelines"
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: pipelines)
            func change(_ file: String, _ old: String, _ new: String) throws {
                let text = try String(contentsOfFile: pipelines + "/" + file, encoding: .utf8)
                try #require(text.contains(old))
                try text.replacing(old, with: new).write(
                    toFile: pipelines + "/" + file, atomically: true, encoding: .utf8)
            }
            // Criminal damage to dwellings now counts violence with injury, and there are more residents.
            try change(
                "shp-performance.yaml", "group: criminal-damage-to-dwellings}", "group: violence-with-injury}")
            try change("Reference/denominators-2011-census.csv", "91091", "95000")
            let plan = try PlanCompiler.compile(path: pipelines + "/shp-performance.yaml")
            let (result, _) = try await deliveries.run(plan: plan)
            try checkSums(result)
            let damage = try #require(
                revision("Criminal Damage to Dwellings", table: "indicators", in: result))
            #expect(damage.shares.map(\.cause) == [.definition, .lateRows])
            #expect(damage.shares.last?.weight == Rational(3))
            let rate = try #require(revision("Shoplifting", .rate, table: "recorded-crime-force", in: result))
            #expect(rate.shares == [.init(.denominator, nil)])
            let both = try #require(
                revision("Violence with injury", .rate, table: "recorded-crime-force", in: result))
            #expect(both.shares.map(\.cause) == [.denominator, .lateRows])
        }
    }

    @Test("Releases of other quarters that readers have are named, and the release is made again with them")
    func otherQuarters() async throws {
        try await Repository.withTemporaryFolder { folder in
            let deliveries = try Deliveries(folder)
            for (quarter, day) in [("2018-19-Q2", "2018-10-20"), ("2018-19-Q3", "2019-01-20")] {
                _ = try deliveries.issue(try await deliveries.run(quarter).1, on: day)
            }
            let (_, released) = try await deliveries.run("2018-19-Q4")
            let made = try ReleaseFolder(released.folder)
            #expect(made.manifest.comparedWith?.quarter == "2018-19-Q3")
            #expect(made.manifest.alsoIssued?.map(\.quarter) == ["2018-19-Q2"])
            let lock = try OutputLock(output: deliveries.output)
            defer { lock.release() }
            let again = try await Regeneration(
                of: made, in: deliveries.output, plan: deliveries.plan, input: deliveries.landing, threads: 2,
                program: deliveries.program
            ).rebuild(holding: lock) { _ in }
            guard case .identical = again else {
                Issue.record("\(again)")
                return
            }
        }
    }

    @Test("An extract that is gone takes the whole change upon itself")
    func gone() async throws {
        try await Repository.withTemporaryFolder { folder in
            let deliveries = try Deliveries(folder)
            try deliveries.deliverLateRows()
            let (_, released) = try await deliveries.run()
            _ = try deliveries.issue(released, on: "2019-08-25")
            try FileManager.default.removeItem(
                atPath: deliveries.landing + "/crime/2019-08-05_force-crime_late.csv")
            let (result, _) = try await deliveries.run()
            #expect(revision("Violence with injury", in: result)?.shares == [.init(.extractGone, Rational(-3))])
        }
    }

    @Test("A difference that was issued as a rise and is a fall now is a finding")
    func turned() async throws {
        let figure = Figure(
            table: "t", section: "", row: "Arson", area: "A", measure: .difference, period: "2019-20-Q1",
            value: .number(Rational(-2)), unit: .count("crimes"), decimals: 0)
        func revision(_ before: String) -> FigureRevision {
            FigureRevision(
                figure: figure, previousValue: before, previousDisplay: before, shares: [.init(.lateRows, nil)])
        }
        #expect(revision("3").turnsDirection)
        #expect(!revision("0").turnsDirection && !revision("-1").turnsDirection && !revision("").turnsDirection)
    }

    @Test("An issued release that somebody changed is not compared with")
    func changed() async throws {
        try await Repository.withTemporaryFolder { folder in
            let deliveries = try Deliveries(folder)
            let (_, released) = try await deliveries.run()
            _ = try deliveries.issue(released, on: "2019-07-25")
            try deliveries.deliverLateRows()
            for file in ["figures.csv", "manifest.json"] {
                let path = released.folder + "/" + file
                let whole = try Data(contentsOf: .init(filePath: path))
                _ = try Repository.shell("chmod u+w . \(file) && echo >> \(file)", in: released.folder)
                await #expect(throws: UnreadableRelease.changed(file: path)) { try await deliveries.run() }
                try whole.write(to: .init(filePath: path))
            }
        }
    }
}
