import Core
import Evaluation
import Foundation
import Indicators
import PipelineDefinition
import PipelineEngine
import Planning
import Testing

/// Cumbria: in April 2023 Cumberland took the place of Allerdale, Carlisle and Copeland, and Westmorland and Furness
/// that of Barrow-in-Furness, Eden and South Lakeland. The expected numbers are added up here from the rows that are
/// written, by district.
@Suite("Partnerships that merged")
struct MergedPartnershipTests {
    // MARK: Home Office tables

    @Test("The series of the new partnerships goes back over the former ones, in areas and in their total")
    func countsAddUp() async throws {
        let cumbria = MadeUpCumbria()
        let (earlier, result) = (try await cumbria.run("2022-23-Q1"), try await cumbria.run())
        for (area, former) in MadeUpCumbria.areas {
            let before = former.reduce(0) { $0 + cumbria.crimes(of: $1, "2022/23", 1) }
            #expect(figure(earlier, area, "2022-23-Q1").value.number == Rational(before))
            let now = cumbria.crimes(of: area, "2023/24", 1)
            #expect(figure(result, area, "2023-24-Q1").value.number == Rational(now))
        }
        let all = MadeUpCumbria.areas.flatMap(\.former).reduce(0) { $0 + cumbria.crimes(of: $1, "2022/23", 1) }
        #expect(figure(earlier, "Cumbria", "2022-23-Q1").value.number == Rational(all))
        let change = result.tables.flatMap(\.figures).filter {
            $0.row == "All recorded crime" && $0.area == "Cumberland"
        }
        let sums = ["Allerdale", "Carlisle", "Copeland"].map { cumbria.crimes(of: $0, "2022/23", 1) }
        let difference = cumbria.crimes(of: "Cumberland", "2023/24", 1) - sums.reduce(0, +)
        #expect(change.first { $0.measure == .difference }?.value.number == Rational(difference))
        // The areas are the same, so nothing is marked.
        #expect(change.allSatisfy { !$0.markers.contains(.seriesBreak) })
        #expect(!earlier.findings.contains { $0.rule == .partialMonth })
        #expect(!result.findings.contains { $0.rule == .unknownArea || $0.rule == .partialMonth })
    }

    @Test("Without a former partnership's rows, the new partnership's number is not known, and nor is the total")
    func silent() async throws {
        var cumbria = MadeUpCumbria()
        cumbria.leftOut = [.init("Copeland", "2022/23", 1)]
        let (earlier, result) = (try await cumbria.run("2022-23-Q1"), try await cumbria.run())
        for area in ["Cumberland", "Cumbria"] {
            let before = figure(earlier, area, "2022-23-Q1")
            #expect(before.display == "[x]" && before.status == "partial")
        }
        #expect(figure(earlier, "Westmorland and Furness", "2022-23-Q1").value.number != nil)
        let difference = result.tables.flatMap(\.figures).first {
            $0.row == "All recorded crime" && $0.area == "Cumberland" && $0.measure == .difference
        }
        #expect(difference?.display == "[x]")
        #expect(figure(result, "Cumberland", "2023-24-Q1").value.number != nil)
        let gaps = result.findings.filter { $0.rule == .partialMonth && $0.column == "Cumberland" }
        #expect(gaps.count == 1)
        #expect(gaps.first?.value == "2022-04: no rows of Copeland, a part of the area")
    }

    @Test("Without a rule of completeness, a silent partnership is reported all the same")
    func silentWithoutRule() async throws {
        var cumbria = MadeUpCumbria()
        cumbria.leftOut = [.init("Copeland", "2022/23", 1)]
        cumbria.more = "sources: {recorded-crime: {completeness: }}\n"
        let result = try await cumbria.run()
        #expect(figure(result, "Cumberland", "2022-23-Q1").status == "partial")
        let gaps = result.findings.filter { $0.rule == .partialMonth }
        #expect(gaps.map(\.column) == ["Cumberland"])
        #expect(gaps.first?.value == "2022-04: no rows of Copeland, a part of the area")
    }

    @Test("Rows of the new partnership and of a former one in the same quarter may be the same crimes")
    func twice() async throws {
        var cumbria = MadeUpCumbria()
        cumbria.added = [.init("Cumberland", "2022/23", 1)]
        let result = try await cumbria.run()
        #expect(figure(result, "Cumberland", "2022-23-Q1").status == "partial")
        let gap = result.findings.first { $0.rule == .partialMonth && $0.column == "Cumberland" }
        #expect(
            gap?.value
                == "2022-04: rows of Allerdale, Carlisle and Copeland and of their successors or predecessors, which may count the same events twice"
        )
    }

    @Test("A table that goes on with the former partnerships, or counts back under the new ones, adds up too")
    func otherNames() async throws {
        var cumbria = MadeUpCumbria()
        cumbria.names = { area, _ in MadeUpCumbria.areas.first { $0.name == area }?.former ?? [] }
        var result = try await cumbria.run()
        let now = ["Allerdale", "Carlisle", "Copeland"].reduce(0) { $0 + cumbria.crimes(of: $1, "2023/24", 1) }
        #expect(figure(result, "Cumberland", "2023-24-Q1").value.number == Rational(now))

        cumbria.names = { area, _ in [area] }
        result = try await cumbria.run()
        let before = cumbria.crimes(of: "Cumberland", "2022/23", 1)
        #expect(figure(result, "Cumberland", "2022-23-Q1").value.number == Rational(before))
    }

    @Test("Comparisons over the last month of an area that lies mostly in the new one are marked, with a note")
    func mostly() async throws {
        var cumbria = MadeUpCumbria()
        cumbria.madeOf = cumbria.madeOf.replacing("Copeland,,,2023-03,", with: "Copeland,,,2023-03,mostly")
        let result = try await cumbria.run()
        let before = ["Allerdale", "Carlisle", "Copeland"].reduce(0) { $0 + cumbria.crimes(of: $1, "2022/23", 1) }
        #expect(figure(result, "Cumberland", "2022-23-Q1").value.number == Rational(before))
        let own = result.tables.flatMap(\.figures).filter { $0.row == "All recorded crime" && $0.value.number != nil }
        let marked = own.filter { $0.markers.contains(.seriesBreak) }
        #expect(Set(marked.map(\.area)) == ["Cumberland"])
        #expect(marked.contains { $0.measure == .difference })
        #expect(!marked.contains { $0.measure == .value })
        let notes = result.tables.flatMap(\.notes)
        #expect(
            notes.contains(
                "Break in April 2023: From then on, the figures of Cumberland include only a part of Copeland; earlier figures "
                    + "include all of it."))
    }

    @Test("An area that was divided between two others counts in neither, so that both are not known before")
    func partly() async throws {
        var cumbria = MadeUpCumbria()
        cumbria.madeOf =
            cumbria.madeOf.replacing("Copeland,,,2023-03,", with: "Copeland,,,2023-03,partly")
            + "E06000064,E07000029,Copeland,,,2023-03,partly\n"
        let (earlier, result) = (try await cumbria.run("2022-23-Q1"), try await cumbria.run())
        for area in ["Cumberland", "Westmorland and Furness", "Cumbria"] {
            #expect(figure(earlier, area, "2022-23-Q1").status == "partial")
            #expect(figure(result, area, "2023-24-Q1").value.number != nil)
        }
    }

    // MARK: Street-level files

    @Test("Street-level rows of 2022 count by LSOA, and by the district in an LSOA's name where its code is not listed")
    func street() async throws {
        let cumbria = MadeUpStreets()
        for (year, period) in [(2022, "2022-23-Q1"), (2023, "2023-24-Q1")] {
            let result = try await cumbria.run(period)
            for (area, former) in MadeUpCumbria.areas {
                let expected = former.reduce(0) { sum, name in
                    sum + (4...6).reduce(0) { $0 + cumbria.rows(of: name, year, $1) }
                }
                #expect(figure(result, area, period).value.number == Rational(expected), "\(area) \(period)")
            }
        }
    }

    private func figure(_ result: RunResult, _ area: String, _ period: String) -> Figure {
        let found = result.tables.flatMap(\.figures).first {
            ["All recorded crime", "Total recorded crime"].contains($0.row) && $0.area == area && $0.measure == .value
                && $0.period == period
        }
        guard let found else {
            Issue.record("no figure of \(area), \(period)")
            return result.tables[0].figures[0]
        }
        return found
    }
}
