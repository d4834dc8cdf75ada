import Core
import Foundation
import ReleaseStore
import Testing

@Suite("How a lost or changed entry of issued.json is noticed")
struct IssueWitnessTests {
    private let folder: ScratchFolder
    private static let quarter = "/hartlepool/2019-20-Q1"
    private var list: String { folder.path + Self.quarter + "/issued.json" }

    init() throws { folder = try ScratchFolder() }

    private func day(_ text: String) throws -> CalendarDate { try #require(DateForm("yyyy-mm-dd")?.date(text)) }

    @discardableResult
    private func issue(_ id: String, _ on: String, today: String = "2020-01-31") throws -> ReleaseSeal.Outcome {
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        return try ReleaseSeal.issue(
            ReleaseFolder(folder.path + Self.quarter + "/" + id), on: day(on), today: day(today), holding: lock)
    }

    private var issued: IssuedReleases {
        get throws { try IssuedReleases(output: folder.path, pipeline: "hartlepool") }
    }

    private func code(_ known: [KnownIssue] = []) -> String? {
        do throws(UnreadableRelease) {
            try IssuedReleases(output: folder.path, pipeline: "hartlepool").checkSealed(known: known)
            return nil
        } catch { return error.code }
    }

    /// Makes the release writable again, so that its folder does not show that it was issued.
    private func unseal(_ id: String) {
        chmod(folder.path + Self.quarter + "/" + id, 0o755)
        chmod(folder.path + Self.quarter + "/" + id + "/manifest.json", 0o644)
    }

    @Test("A remembered entry that is missing, or was changed at the end of the list, is noticed")
    func ledger() async throws {
        for id in ["aaa", "bbb"] { _ = try await folder.publish(MadeUpRelease.release(id: id)) }
        try issue("aaa", "2019-07-25")
        try issue("bbb", "2019-08-25")
        let known = try issued.remembered
        #expect(known.map(\.releaseID) == ["aaa", "bbb"])
        #expect(code(known) == nil)
        let text = try String(contentsOfFile: list, encoding: .utf8)
        // No later entry names the hash of the last entry.
        try text.replacing("2019-08-25", with: "2019-08-24").write(toFile: list, atomically: true, encoding: .utf8)
        #expect(code() == nil)
        #expect(code(known) == "issue-list-changed")
        for id in ["aaa", "bbb"] { unseal(id) }
        try FileManager.default.removeItem(atPath: list)
        #expect(code() == nil)
        #expect(code(known) == "issue-list-incomplete")
    }

    @Test("When an entry is lost, its release can be issued again, and no other release can be issued")
    func again() async throws {
        for id in ["aaa", "bbb"] { _ = try await folder.publish(MadeUpRelease.release(id: id)) }
        try issue("aaa", "2019-07-25")
        let known = try issued.remembered
        try FileManager.default.removeItem(atPath: list)
        let quarter = try #require(FinancialQuarter("2019-20-Q1"))
        func check(_ id: String) throws {
            try ReleaseSeal.checkOthers(than: id, of: quarter, pipeline: "hartlepool", in: folder.path, known: known)
        }
        #expect(throws: UnreadableRelease.self) { try check("bbb") }
        #expect(throws: Never.self) { try check("aaa") }
        #expect(try issue("aaa", "2019-07-25") == .issued)
        #expect(code(known) == nil)
    }

    @Test(
        "A lost, emptied or cut list is restored byte by byte, with its withdrawal; without texts nothing is done",
        arguments: [nil, "", "[]", "cut"])
    func restored(left: String?) async throws {
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        try issue("aaa", "2019-07-25")
        let quarter = try #require(FinancialQuarter("2019-20-Q1"))
        let first = try String(contentsOfFile: list, encoding: .utf8)
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        _ = try ReleaseSeal.withdraw(
            nil, of: quarter, pipeline: "hartlepool", on: day("2019-08-01"), today: day("2020-01-31"),
            because: "Counted twice", holding: lock)
        let whole = try String(contentsOfFile: list, encoding: .utf8)
        let known = try issued.remembered
        if let left {
            try (left == "cut" ? first : left).write(toFile: list, atomically: true, encoding: .utf8)
        } else {
            try FileManager.default.removeItem(atPath: list)
        }
        func restoration(_ known: [KnownIssue]) -> IssueRestoration {
            IssueRestoration(quarter, pipeline: "hartlepool", output: folder.path, known: known)
        }
        let wordless = known.map { KnownIssue(quarter: $0.quarter, releaseID: $0.releaseID, entry: $0.entry) }
        #expect(try restoration(wordless).restore() == .unknown)
        #expect(restoration(wordless).isUncertain("aaa"))
        #expect(
            try restoration(known).restore()
                == .restored(
                    file: list, entries: ["aaa issued on 2019-07-25", "aaa withdrawn on 2019-08-01 (Counted twice)"]))
        #expect(try String(contentsOfFile: list, encoding: .utf8) == whole)
        #expect(try restoration(known).restore() == .whole(file: list))
        #expect(try issued.last(of: quarter) == nil)
    }

    @Test("The page of the output does not list a withdrawn release before the release in force")
    func inForce() async throws {
        for id in ["aaa", "bbb"] { _ = try await folder.publish(MadeUpRelease.release(id: id)) }
        try issue("aaa", "2019-07-25")
        try issue("bbb", "2019-08-25")
        func order() throws -> Bool {
            #expect(OutputIndex.problem(writingIn: folder.path) == nil)
            let page = try String(contentsOfFile: folder.path + "/index.html", encoding: .utf8)
            let (first, second) = (page.range(of: "2019-20-Q1/aaa/"), page.range(of: "2019-20-Q1/bbb/"))
            #expect(page.contains("this is the release in force."))
            return try #require(first).lowerBound < #require(second).lowerBound
        }
        #expect(try !order())
        let quarter = try #require(FinancialQuarter("2019-20-Q1"))
        let lock = try OutputLock(output: folder.path)
        _ = try ReleaseSeal.withdraw(
            "bbb", of: quarter, pipeline: "hartlepool", on: day("2019-09-01"), today: day("2020-01-31"),
            because: "Counted twice", holding: lock)
        lock.release()
        #expect(try order())
    }

    @Test("A list with an entry that is not remembered is not replaced by a list with fewer entries")
    func more() async throws {
        for id in ["aaa", "bbb"] { _ = try await folder.publish(MadeUpRelease.release(id: id)) }
        try issue("aaa", "2019-07-25")
        let known = try issued.remembered
        try FileManager.default.removeItem(atPath: list)
        try issue("bbb", "2019-08-25")
        let quarter = try #require(FinancialQuarter("2019-20-Q1"))
        let restoration = IssueRestoration(quarter, pipeline: "hartlepool", output: folder.path, known: known)
        #expect(try restoration.restore() == .unknown)
    }

    @Test("In an output folder that is read-only as a whole, drafts do not count as issued")
    func readOnly() async throws {
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        chmod(folder.path + Self.quarter + "/aaa", 0o555)
        #expect(code() == "issue-list-incomplete")
        chmod(folder.path + Self.quarter, 0o555)
        #expect(code() == nil)
        for path in ["", "/aaa"] { chmod(folder.path + Self.quarter + path, 0o755) }
    }

    @Test("For a release that is issued already, the day is checked, too")
    func dayOfIssued() async throws {
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        try issue("aaa", "2019-07-25")
        for refused in ["2036-01-01", "2019-06-29"] {
            #expect(throws: IssueError.self) { try issue("aaa", refused) }
        }
        #expect(try issue("aaa", "2019-07-25") == .already(on: "2019-07-25"))
        #expect(try issue("aaa", "2020-01-31") == .already(on: "2019-07-25"))
    }
}
