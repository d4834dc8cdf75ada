import Foundation
import GRDB
import Ledger
import Testing

@Suite("Damage to a ledger")
struct LedgerErrorTests {
    private func grown() throws -> MadeUpLedger {
        let made = try MadeUpLedger()
        for night in 0..<20 {
            let figures = (0..<50).map { number in
                LedgerFigure(series: .crimes("\(night) \(number)"), value: "1", display: "1", status: "")
            }
            let release = LedgerRelease(
                pipeline: "p", quarter: "2019-20-Q1", identifier: "r\(night)", extracts: [], figures: figures)
            #expect(made.ledger.append(.init(run: LedgerEntry.refused(night: night).run, release: release)) == [])
        }
        return made
    }

    @Test(
        "A damaged file is moved aside, and a new ledger is begun",
        arguments: ["rubbish", "cut off", "head only", "hole", "page"])
    func damaged(kind: String) throws {
        let made = try grown()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: made.path))
        switch kind {
        case "rubbish": bytes = Data((0..<3000).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) })
        case "cut off": bytes = bytes.prefix(bytes.count / 2)
        case "head only": bytes = bytes.prefix(50)
        case "page":
            // This page is not read when a refused run is added.
            let start = bytes.count / 4096 / 2 * 4096
            bytes.replaceSubrange(start..<start + 4096, with: Data(repeating: 0xAA, count: 4096))
        default: bytes.replaceSubrange(100..<4096, with: Data(repeating: 0xAA, count: 3996))
        }
        try bytes.write(to: URL(fileURLWithPath: made.path))
        let aside = made.path + ".corrupt-1"
        #expect(made.ledger.append(.refused(night: 30)) == [.movedAside(path: made.path, to: aside)])
        #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
        #expect(try made.history.runs().map(\.began) == [.night(30)])
        #expect(made.ledger.append(.refused(night: 31)) == [])
    }

    @Test("An empty file counts as a new ledger")
    func empty() throws {
        let made = try MadeUpLedger()
        try FileManager.default.createDirectory(atPath: made.folder + "/state", withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: made.path))
        #expect(throws: LedgerError.absent(path: made.path)) { try made.history }
        #expect(made.ledger.append(.refused(night: 1)) == [])
        #expect(try made.history.runs().count == 1)
    }

    @Test("A folder in the ledger's place is left unchanged")
    func folder() throws {
        let made = try MadeUpLedger()
        try FileManager.default.createDirectory(atPath: made.path, withIntermediateDirectories: true)
        #expect(made.ledger.append(.refused(night: 1)).map(\.code) == ["ledger-unusable"])
        var isFolder: ObjCBool = false
        #expect(FileManager.default.fileExists(atPath: made.path, isDirectory: &isFolder) && isFolder.boolValue)
    }

    @Test("A ledger of a newer program is left unchanged")
    func newer() throws {
        let made = try grown()
        try DatabaseQueue(path: made.path).write { db in
            try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('of the year 2040')")
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: made.path))
        #expect(made.ledger.append(.refused(night: 30)) == [.newer(path: made.path)])
        #expect(throws: LedgerError.newer(path: made.path)) { try made.history }
        #expect(try Data(contentsOf: URL(fileURLWithPath: made.path)) == before)
    }

    @Test("When another program holds the ledger, the run goes on without it, and the ledger is undamaged")
    func locked() throws {
        let made = try grown()
        let other = try DatabaseQueue(path: made.path)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN EXCLUSIVE")
            #expect(made.ledger.append(.refused(night: 30)) == [.locked(path: made.path)])
            try db.execute(sql: "COMMIT")
        }
        #expect(made.ledger.append(.refused(night: 31)) == [])
        #expect(try made.history.runs().first?.began == .night(31))
    }

    @Test("When there is no ledger, the error says so")
    func absent() throws {
        let made = try MadeUpLedger()
        #expect(throws: LedgerError.absent(path: made.path)) { try made.history }
    }
}
