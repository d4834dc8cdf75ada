import Core
import FoundationEssentials
import ReleaseStore
import TestSupport
import Testing

@Suite("Issuing and withdrawing releases")
struct IssueTests {
    private let folder: ScratchFolder
    private let quarter: FinancialQuarter

    init() throws {
        folder = try ScratchFolder()
        quarter = try #require(FinancialQuarter("2019-20-Q1"))
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(DateForm("yyyy-mm-dd")?.date(text)) }

    @discardableResult
    private func issue(_ id: String, _ on: String, today: String = "2020-01-31") throws -> ReleaseSeal.Outcome {
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        return try ReleaseSeal.issue(
            ReleaseFolder("\(folder.path)/hartlepool/2019-20-Q1/\(id)"), on: day(on), today: day(today), holding: lock)
    }

    @discardableResult
    private func withdraw(
        _ id: String? = nil, on: String, because reason: String = "A month was missing"
    ) throws -> IssuedRelease {
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        return try ReleaseSeal.withdraw(
            id, of: quarter, pipeline: "hartlepool", on: day(on), today: day("2020-01-31"), because: reason,
            holding: lock)
    }

    private var issued: IssuedReleases {
        get throws { try IssuedReleases(output: folder.path, pipeline: "hartlepool") }
    }

    @Test("Days before the quarter's end and in the future are refused, with the days that are possible")
    func days() async throws {
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        for refused in ["2019-06-29", "2019-01-01", "2019-08-02", "2036-01-01"] {
            #expect(
                throws: IssueError.dayNotAllowed(
                    try day(refused), from: try day("2019-06-30"), to: try day("2019-08-01"))
            ) { try issue("aaa", refused, today: "2019-08-01") }
        }
        #expect(throws: IssueError.notEnded(quarter, today: try day("2019-06-29"))) {
            try issue("aaa", "2019-06-29", today: "2019-06-29")
        }
        #expect(try issued.isEmpty)
        #expect(folder.mode(of: "/hartlepool/2019-20-Q1/aaa/figures.csv") & 0o222 != 0)
        #expect(try issue("aaa", "2019-06-30", today: "2019-06-30") == .issued)
    }

    @Test("A withdrawal is a further entry: nothing is compared with the release, but readers still have the release")
    func withdrawal() async throws {
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        try issue("aaa", "2019-07-25")
        #expect(try withdraw(on: "2019-08-02").releaseID == "aaa")
        let list = String(decoding: try folder.read("/hartlepool/2019-20-Q1/issued.json"), as: UTF8.self)
        #expect(list.contains("\"on\" : \"2019-07-25\"") && list.contains("\"withdrawnOn\" : \"2019-08-02\""))
        #expect(list.contains("\"reason\" : \"A month was missing\""))
        #expect(try issued.last(before: quarter) == nil && !issued.isEmpty)
        #expect(try issued.withdrawn(of: quarter).map(\.releaseID) == ["aaa"])
        // As at an earlier day, the release was still in force.
        #expect(try issued.last(before: quarter, by: day("2019-08-01"))?.1.releaseID == "aaa")
        #expect(try issued.withdrawn(of: quarter, by: day("2019-08-01")).isEmpty)
        #expect(OutputIndex.problem(writingIn: folder.path) == nil)
        let page = String(decoding: try folder.read("/index.html"), as: UTF8.self)
        #expect(page.contains("Issued on 25 July 2019 and withdrawn on 2 August 2019: A month was missing."))
        // The release stays sealed.
        #expect(folder.mode(of: "/hartlepool/2019-20-Q1/aaa/figures.csv") == 0o444)

        #expect(throws: IssueError.notIssued(nil, quarter, issued: [])) { try withdraw(on: "2019-08-03") }
        #expect(try issue("aaa", "2019-08-05") == .issued)
        #expect(try issued.last(before: quarter)?.1.on == "2019-08-05")
        #expect(try issued.withdrawn(of: quarter).isEmpty)
    }

    @Test("Of several releases the named one is withdrawn, and the release before it is in force again")
    func several() async throws {
        for id in ["aaa", "bbb"] { _ = try await folder.publish(MadeUpRelease.release(id: id)) }
        try issue("aaa", "2019-07-25")
        try issue("bbb", "2019-08-25")
        #expect(throws: IssueError.notIssued("ccc", quarter, issued: ["aaa", "bbb"])) {
            try withdraw("ccc", on: "2019-08-26")
        }
        // Entries are in the order of their days.
        #expect(
            throws: IssueError.dayNotAllowed(
                try day("2019-08-24"), from: try day("2019-08-25"), to: try day("2020-01-31"))
        ) { try withdraw("bbb", on: "2019-08-24") }
        try withdraw("bbb", on: "2019-08-26")
        #expect(try issued.last(of: quarter)?.releaseID == "aaa")
        try withdraw("aaa", on: "2019-08-26")
        #expect(try issued.last(of: quarter) == nil)
        #expect(try issued.withdrawn(of: quarter).map(\.releaseID) == ["aaa", "bbb"])
    }

    @Test("A program that knows no withdrawals refuses a list with a withdrawal, and does not compare with the release")
    func olderProgram() async throws {
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        try issue("aaa", "2019-07-25")
        let path = "/hartlepool/2019-20-Q1/issued.json"
        #expect(throws: Never.self) {
            try JSONDecoder().decode([IssuedRelease].self, from: Data(folder.read(path)))
        }
        try withdraw(on: "2019-08-02")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([IssuedRelease].self, from: Data(folder.read(path)))
        }
    }

    @Test("However releases are issued and withdrawn, entries are only added; the last one not withdrawn is in force")
    func law() async throws {
        let ids = ["aaa", "bbb", "ccc"]
        for id in ids { _ = try await folder.publish(MadeUpRelease.release(id: id)) }
        var random = SeededGenerator(seed: 12)
        var standing: [String] = []
        var ever: [String] = []
        var entries: [IssueEntry] = []
        for _ in 0..<40 {
            let id = ids.randomElement(using: &random) ?? "aaa"
            if Bool.random(using: &random) {
                if try issue(id, "2019-07-25") == .issued { standing = standing.filter { $0 != id } + [id] }
                if !ever.contains(id) { ever.append(id) }
            } else if standing.contains(id) {
                try withdraw(id, on: "2019-07-25")
                standing.removeAll { $0 == id }
            } else {
                #expect(throws: IssueError.self) { try withdraw(id, on: "2019-07-25") }
            }
            let now = try JSONDecoder().decode(
                [IssueEntry].self, from: Data(folder.read("/hartlepool/2019-20-Q1/issued.json")))
            #expect(Array(now.prefix(entries.count)) == entries)
            entries = now
            #expect(try issued.last(of: quarter)?.releaseID == standing.last)
            #expect(
                Set(try issued.withdrawn(of: quarter).map(\.releaseID)) == Set(ever).subtracting(standing))
        }
    }
}
