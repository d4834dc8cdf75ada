import Foundation
import GRDB
import Ledger
import Testing

@Suite("What the ledger remembers of issued releases")
struct LedgerIssueTests {
    private let made: MadeUpLedger

    init() throws { made = try MadeUpLedger() }

    private func issue(_ release: String, _ entry: String, quarter: String = "2019-20-Q1") -> LedgerIssue {
        LedgerIssue(quarter: quarter, release: release, entry: entry)
    }

    @Test("Entries are kept by pipeline; those of a release that is recorded again are replaced, and others stay")
    func remembers() {
        #expect(made.ledger.issues(of: "p").isEmpty)
        #expect(made.ledger.remember([issue("aaa", "1"), issue("bbb", "2")], of: "p") == [])
        #expect(made.ledger.remember([issue("aaa", "9")], of: "q") == [])
        #expect(made.ledger.remember([issue("aaa", "3"), issue("aaa", "4")], of: "p") == [])
        #expect(
            Set(made.ledger.issues(of: "p")) == [issue("aaa", "3"), issue("aaa", "4"), issue("bbb", "2")])
        #expect(made.ledger.issues(of: "q") == [issue("aaa", "9")])
    }

    @Test("The text of an entry is remembered with it, and is added later to entries that had no text")
    func texts() {
        func issue(_ text: String?) -> LedgerIssue {
            LedgerIssue(quarter: "2019-20-Q1", release: "aaa", entry: "1", text: text)
        }
        #expect(made.ledger.remember([issue(nil)], of: "p") == [])
        #expect(made.ledger.issues(of: "p") == [issue(nil)])
        #expect(made.ledger.remember([issue("{}")], of: "p") == [])
        #expect(made.ledger.issues(of: "p") == [issue("{}")])
    }

    @Test("A ledger of an earlier program is read, and remembers entries from then on")
    func older() throws {
        #expect(made.ledger.append(.refused(night: 1)) == [])
        let queue = try DatabaseQueue(path: made.path)
        try queue.write { db in
            try db.execute(sql: "DROP TABLE issue")
            try db.execute(sql: "DROP TABLE issueText")
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier LIKE '%issues'")
        }
        try queue.close()
        #expect(try made.history.runs().count == 1)
        #expect(made.ledger.issues(of: "p").isEmpty)
        #expect(made.ledger.remember([issue("aaa", "1")], of: "p") == [])
        #expect(made.ledger.issues(of: "p") == [issue("aaa", "1")])
    }

    @Test("A file that is not a database remembers nothing, and is moved aside at the next entry")
    func damaged() throws {
        try FileManager.default.createDirectory(atPath: made.folder + "/state", withIntermediateDirectories: true)
        try Data("no database, whatever its name says".utf8).write(to: URL(fileURLWithPath: made.path))
        #expect(made.ledger.issues(of: "p").isEmpty)
        #expect(made.ledger.remember([issue("aaa", "1")], of: "p").map(\.code) == ["ledger-moved-aside"])
        #expect(made.ledger.issues(of: "p") == [issue("aaa", "1")])
    }

    @Test("Edited rows contradict the lists of issued releases; the error gives the path and the remedy")
    func edited() throws {
        #expect(made.ledger.remember([issue("aaa", "1")], of: "p") == [])
        let queue = try DatabaseQueue(path: made.path)
        try queue.write { db in try db.execute(sql: "UPDATE issue SET release = 'xxx'") }
        try queue.close()
        let ledgerErrors = made.ledger.remember([issue("aaa", "1")], of: "p")
        #expect(ledgerErrors == [.edited(path: made.path)])
        let words = ledgerErrors.map(\.description).joined()
        #expect(words.hasPrefix(made.path) && words.contains("move it away"), "\(words)")
    }

    @Test("The pipelines with remembered entries are known by name")
    func pipelines() {
        #expect(made.ledger.issuedPipelines.isEmpty)
        for name in ["q", "p"] { #expect(made.ledger.remember([issue("aaa", "1")], of: name) == []) }
        #expect(made.ledger.issuedPipelines == ["p", "q"])
    }
}
