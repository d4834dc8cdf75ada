import Foundation
import Ledger
import Testing

@Suite("What the ledger keeps")
struct LedgerTests {
    private func displays(_ lines: [LedgerHistory.FigureLine]) -> [String] {
        lines.map { "\($0.release) \($0.figure.display)" }
    }

    @Test("Runs are read back as they were written, the newest first")
    func runs() throws {
        let made = try MadeUpLedger()
        let published = LedgerEntry.release("r1", night: 1, figures: ["Theft": 5])
        #expect(made.ledger.append(published) == [])
        #expect(made.ledger.append(.refused(night: 2)) == [])
        #expect(try made.history.runs() == [LedgerEntry.refused(night: 2).run, published.run])
        #expect(try made.history.runs(quarter: "2019-20-Q1") == [published.run])
        #expect(try made.history.runs(limit: 1).map(\.exitStatus) == [65])
    }

    @Test("A figure is listed for every release that has it, even when it did not change")
    func figures() throws {
        let made = try MadeUpLedger()
        let nights: [KeyValuePairs<String, Int>] = [
            ["Theft": 5, "Arson": 1], ["Theft": 6, "Arson": 1], ["Arson": 1], ["Theft": 6, "Arson": 2],
        ]
        for (night, figures) in nights.enumerated() {
            #expect(made.ledger.append(.release("r\(night)", night: night, figures: figures)) == [])
        }
        let history = try made.history
        #expect(displays(try history.figures(row: "Theft")) == ["r3 6", "r1 6", "r0 5"])
        #expect(displays(try history.figures(row: "Arson")) == ["r3 2", "r2 1", "r1 1", "r0 1"])
        #expect(try history.figures(row: "Theft", area: "Stockton").isEmpty)
        #expect(try history.releases().map(\.changed) == [2, 1, 1, 2])
        #expect(try history.releases().last?.isFirst == true)
        #expect(
            try history.releases().count(where: \.isFirst)
                == Set(history.releases().map { $0.pipeline + $0.quarter }).count)
        #expect(try history.releases().map(\.figures) == [2, 1, 2, 2])
        #expect(try history.labels().rows == ["Arson", "Theft"])
    }

    @Test("Quarters are kept apart, and a release that is published again is stored once")
    func editions() throws {
        let made = try MadeUpLedger()
        _ = made.ledger.append(.release("a", night: 1, figures: ["Theft": 5]))
        _ = made.ledger.append(.release("b", night: 2, quarter: "2019-20-Q2", figures: ["Theft": 9]))
        _ = made.ledger.append(.release("a", night: 3, figures: ["Theft": 5]))
        let history = try made.history
        #expect(displays(try history.figures(row: "Theft")) == ["b 9", "a 5"])
        #expect(displays(try history.figures(row: "Theft", quarter: "2019-20-Q1")) == ["a 5"])
        #expect(try history.runs().count == 3)
        #expect(try history.releases(quarter: "2019-20-Q1").map(\.first) == [.night(1)])
    }

    @Test("An extract is known from the first release that used it")
    func extracts() throws {
        let made = try MadeUpLedger()
        _ = made.ledger.append(.release("r1", night: 1, figures: ["Theft": 5]))
        _ = made.ledger.append(
            .release("r2", night: 2, figures: ["Theft": 5], extracts: [.crime("a"), .crime("b")]))
        let lines = try made.history.extracts()
        #expect(lines.map(\.file) == ["crime/b.csv", "crime/a.csv"])
        #expect(lines.map(\.first) == [.night(2), .night(1)])
        #expect(lines.map(\.releases) == [1, 2])
        #expect(lines.map(\.rows) == [10, 10])
        #expect(lines.map(\.accepted) == [8, 8])
        #expect(try made.history.releases().map(\.rows) == [20, 10])
    }

    @Test("Revisions are listed with their release, cause and weight")
    func revisions() throws {
        let made = try MadeUpLedger()
        let revision = LedgerRevision(
            series: .crimes("Theft"), previousRelease: "r1", previous: "5", new: "7", cause: "late-rows", weight: "2")
        _ = made.ledger.append(.release("r1", night: 1, figures: ["Theft": 5]))
        _ = made.ledger.append(.release("r2", night: 2, figures: ["Theft": 7], revisions: [revision]))
        let lines = try made.history.revisions()
        #expect(lines.map(\.release) == ["r2"])
        #expect(lines.map(\.revision) == [revision])
        #expect(try made.history.revisions(quarter: "2018-19-Q1").isEmpty)
    }

    @Test("A release without new figures takes much less space than the first release")
    func compactness() throws {
        let made = try MadeUpLedger()
        func entry(_ night: Int) -> LedgerEntry {
            let figures = (0..<600).map { number in
                LedgerFigure(
                    series: .crimes("Category \(number)"), value: "\(number)", display: "\(number)", status: "")
            }
            return LedgerEntry(
                run: LedgerEntry.refused(night: night).run,
                release: LedgerRelease(
                    pipeline: "p", quarter: "2019-20-Q1", identifier: "r\(night)", extracts: [.crime("a")],
                    figures: figures))
        }
        _ = made.ledger.append(entry(0))
        let first = made.size
        for night in 1...100 { _ = made.ledger.append(entry(night)) }
        #expect(first < 200_000)
        #expect(made.size - first < 100 * 200)
    }

    @Test("Only the owner can read the ledger")
    func access() throws {
        let made = try MadeUpLedger()
        _ = made.ledger.append(.refused(night: 1))
        let mode = { try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int }
        #expect(try mode(made.path) == 0o600)
        #expect(try mode(made.folder + "/state") == 0o700)
    }
}
