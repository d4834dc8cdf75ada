import Core
import Foundation
import Glibc
import ReleaseStore
import Testing

@Suite("Checks of issued releases")
struct SealTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let quarter = "/hartlepool/2019-20-Q1"

    private func issue(_ id: String, _ on: String) throws {
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        let form = try #require(DateForm("yyyy-mm-dd"))
        _ = try ReleaseSeal.issue(
            ReleaseFolder(folder.path + Self.quarter + "/" + id), on: #require(form.date(on)),
            today: #require(form.date("2020-01-31")), holding: lock)
    }

    private func code() -> String? {
        do throws(UnreadableRelease) {
            try IssuedReleases(output: folder.path, pipeline: "hartlepool").checkSealed()
            return nil
        } catch { return error.code }
    }

    private func published() async throws -> String {
        for id in ["aaa", "bbb"] { _ = try await folder.publish(MadeUpRelease.release(id: id)) }
        try issue("aaa", "2019-07-25")
        try issue("bbb", "2019-08-25")
        #expect(code() == nil)
        return folder.path + Self.quarter
    }

    @Test("Changed, missing and added files of any issued release are named")
    func files() async throws {
        let place = try await published()
        let release = place + "/aaa"
        chmod(release, 0o755)
        let original = try #require(FileManager.default.contents(atPath: release + "/index.html"))
        chmod(release + "/index.html", 0o644)
        try Data("changed".utf8).write(to: .init(filePath: release + "/index.html"))
        #expect(code() == "release-changed")
        #expect(ReleaseFolder.damage(in: release) == ["index.html is not the file that the manifest names"])
        try original.write(to: .init(filePath: release + "/index.html"))
        #expect(code() == nil)
        try Data("more".utf8).write(to: .init(filePath: release + "/more.csv"))
        #expect(code() == "file-not-of-release")
        #expect(ReleaseFolder.damage(in: release) == ["more.csv is there, but the manifest does not name it"])
        try FileManager.default.removeItem(atPath: release + "/more.csv")
        try FileManager.default.removeItem(atPath: release + "/index.html")
        #expect(code() == "release-file-missing")
    }

    @Test("Sealed folders show that a list was deleted or emptied", arguments: ["", "[]"])
    func deleted(text: String) async throws {
        let place = try await published()
        if text.isEmpty {
            try FileManager.default.removeItem(atPath: place + "/issued.json")
        } else {
            try Data(text.utf8).write(to: .init(filePath: place + "/issued.json"))
        }
        #expect(code() == "issue-list-incomplete")
        #expect(
            ReleaseFolder.damage(in: place + "/aaa")
                == ["the release is sealed as an issued one, but issued.json does not name it"])
    }

    @Test(
        "A list that is cut or has no bytes is damaged; only a copy, or issuing again, repairs it",
        arguments: ["", "[{"])
    func damagedList(text: String) async throws {
        let place = try await published()
        try Data(text.utf8).write(to: .init(filePath: place + "/issued.json"))
        #expect(throws: UnreadableRelease.damagedList(file: place + "/issued.json")) {
            try IssuedReleases(output: folder.path, pipeline: "hartlepool")
        }
        #expect(UnreadableRelease.damagedList(file: place).code == "issue-list-changed")
        #expect(UnreadableRelease.damagedList(file: place).description.contains("issue each of its releases again"))
    }

    @Test("Each entry names the entry before, so an edited day and a removed or moved entry are noticed")
    func chain() async throws {
        let place = try await published()
        let path = place + "/issued.json"
        let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
        try Data(text.replacing("2019-07-25", with: "2019-07-26").utf8).write(to: .init(filePath: path))
        #expect(code() == "issue-list-changed")
        let entries = try JSONDecoder().decode([IssuedRelease].self, from: Data(text.utf8))
        #expect(entries.allSatisfy { $0.previous?.count == 64 })
        for other in [[entries[1]], [entries[1], entries[0]]] {
            try JSONEncoder().encode(other).write(to: .init(filePath: path))
            #expect(code() == "issue-list-changed")
        }
    }

    @Test("Lists from programs that wrote no hashes of entries are read, and later entries have hashes")
    func older() async throws {
        _ = try await published()
        let path = folder.path + Self.quarter + "/issued.json"
        let text = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
        let plain = text.split(separator: "\n").filter { !$0.contains("\"previous\"") }.joined(separator: "\n")
        try Data(plain.utf8).write(to: .init(filePath: path))
        #expect(code() == nil)
        _ = try await folder.publish(MadeUpRelease.release(id: "ccc"))
        try issue("ccc", "2019-09-25")
        #expect(code() == nil)
        let now = String(decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
        try Data(now.replacing("2019-08-25", with: "2019-08-24").utf8).write(to: .init(filePath: path))
        #expect(code() == "issue-list-changed")
    }
}
