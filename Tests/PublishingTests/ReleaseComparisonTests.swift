import Foundation
import ReleaseStore
import Releases
import Testing

@Suite("The files of a release, compared with another release and with its manifest")
struct ReleaseComparisonTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    /// Publishes the same release in two output folders.
    private func twins() async throws -> (ReleaseFolder, ReleaseFolder, ScratchFolder) {
        let other = try ScratchFolder()
        let release = try MadeUpRelease.release(id: "aaa")
        let places = (try await folder.publish(release).folder, try await other.publish(release).folder)
        return (try ReleaseFolder(places.0), try ReleaseFolder(places.1), other)
    }

    @Test("The same release, published twice, has the same files")
    func same() async throws {
        let (one, two, other) = try await twins()
        #expect(try one.filesDiffering(from: two).isEmpty)
        withExtendedLifetime(other) {}
    }

    @Test(
        "Files with other bytes, and files that only one has, are named in order, also in folders and the manifest itself"
    )
    func differing() async throws {
        let (one, two, other) = try await twins()
        func write(_ text: String, to file: String) throws {
            try Data(text.utf8).write(to: URL(filePath: two.path + "/" + file))
        }
        try write("changed", to: "index.html")
        try FileManager.default.removeItem(atPath: two.path + "/figures.csv")
        try FileManager.default.createDirectory(atPath: two.path + "/more", withIntermediateDirectories: false)
        try write("new", to: "more/notes.txt")
        let manifest = try String(contentsOfFile: two.path + "/manifest.json", encoding: .utf8)
        try write(manifest + "\n", to: "manifest.json")
        let expected = ["figures.csv", "index.html", "manifest.json", "more/notes.txt"]
        #expect(try one.filesDiffering(from: two) == expected)
        #expect(try two.filesDiffering(from: one) == expected)
        withExtendedLifetime(other) {}
    }

    @Test("A release is named with its pipeline only next to a release of another pipeline")
    func comparison() async throws {
        let release = try ReleaseFolder(await folder.publish(MadeUpRelease.release(id: "aaa")).folder)
        for pipeline in [nil, "hartlepool"] { #expect(try release.comparison(in: pipeline).pipeline == nil) }
        let compared = try release.comparison(in: "stockton")
        #expect(compared.pipeline == "hartlepool" && compared.quarter == "2019-20-Q1" && compared.releaseID == "aaa")
        // A changed manifest has a different hash.
        try Data((try Data(contentsOf: URL(filePath: release.path + "/manifest.json"))) + Data("\n".utf8))
            .write(to: URL(filePath: release.path + "/manifest.json"))
        let changed = try release.comparison(in: "stockton")
        #expect(compared.manifestSHA256.utf8.count == 64 && changed.manifestSHA256 != compared.manifestSHA256)
        try FileManager.default.removeItem(atPath: release.path + "/manifest.json")
        #expect(throws: UnreadableRelease.missing(file: release.path + "/manifest.json")) {
            try release.comparison()
        }
    }

    @Test(
        "Each problem of a release's files is one sentence; a folder without a manifest has no problems"
    )
    func damage() async throws {
        let place = try await folder.publish(MadeUpRelease.release(id: "aaa")).folder
        #expect(ReleaseFolder.damage(in: place).isEmpty)
        try FileManager.default.removeItem(atPath: place + "/figures.csv")
        #expect(ReleaseFolder.damage(in: place) == ["figures.csv is missing, but the manifest names it"])
        try Data("{".utf8).write(to: URL(filePath: place + "/manifest.json"))
        #expect(ReleaseFolder.damage(in: place) == ["manifest.json cannot be read as the manifest of a release"])
        try FileManager.default.removeItem(atPath: place + "/manifest.json")
        #expect(ReleaseFolder.damage(in: place).isEmpty)
    }
}
