import Foundation
import Ledger
import Testing

@Suite("Nights on which there was nothing to do")
struct UnchangedRunsTests {
    @Test("Each night writes one line, which is read back as a run")
    func lines() throws {
        let made = try MadeUpLedger()
        _ = made.ledger.append(.refused(night: 1))
        let runs = UnchangedRuns(beside: made.path)
        #expect(runs.runs().isEmpty)
        runs.append(began: .night(2), took: 4, definition: "my p.yaml", release: "Output/p/2019-20-Q1/abc")
        runs.append(began: .night(3), took: 5, definition: "my p.yaml", release: "Output/p/2019-20-Q2/def")
        let second = LedgerRun(
            began: .night(2), took: 4, definition: "my p.yaml", quarter: "2019-20-Q1", release: "abc",
            outcome: .unchanged, exitStatus: 0)
        #expect(runs.runs().map(\.release) == ["def", "abc"])
        #expect(runs.runs(quarter: "2019-20-Q1") == [second])
    }

    @Test("An incomplete line is skipped, and a missing folder is not created")
    func damaged() throws {
        let made = try MadeUpLedger()
        UnchangedRuns(beside: made.path).append(began: .night(2), took: 4, definition: "p", release: "o/p/q/r")
        #expect(!FileManager.default.fileExists(atPath: made.folder + "/state"))
        let runs = UnchangedRuns(beside: made.folder + "/x")
        runs.append(began: .night(2), took: 4, definition: "p\nq", release: "o/p/q/r")
        let whole = try String(contentsOfFile: runs.path, encoding: .utf8)
        // The second line is in the form of an earlier version.
        try
            "rubbish\n2019-07-01T02:15:00Z 4 q r p\n\(whole)\(whole.replacing("T02:15", with: "T25:15"))\(whole.prefix(40))"
            .write(toFile: runs.path, atomically: true, encoding: .utf8)
        #expect(runs.runs().map(\.definition) == ["p\nq"])
    }

    @Test("A link in the file's place is neither read nor followed for writing")
    func link() throws {
        let made = try MadeUpLedger()
        let runs = UnchangedRuns(beside: made.folder + "/x")
        runs.append(began: .night(2), took: 4, definition: "p", release: "o/p/q/r")
        let target = made.folder + "/target"
        try FileManager.default.moveItem(atPath: runs.path, toPath: target)
        try FileManager.default.createSymbolicLink(atPath: runs.path, withDestinationPath: target)
        #expect(runs.runs().isEmpty)
        runs.append(began: .night(3), took: 4, definition: "p", release: "o/p/q/r")
        try FileManager.default.removeItem(atPath: runs.path)
        try FileManager.default.moveItem(atPath: target, toPath: runs.path)
        #expect(runs.runs().map(\.began) == [.night(2)])
    }
}
