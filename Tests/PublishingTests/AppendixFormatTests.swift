import Files
import Formats
import Glibc
import Indicators
import ReleaseStore
import Releases
import Testing

@Suite("The table of formats")
struct AppendixFormatTests {
    private let folder: ScratchFolder
    private let quarter = "/hartlepool/2019-20-Q1"

    init() throws { folder = try ScratchFolder() }

    private static let madeUp: [any AppendixFormat] = [CardsFormat(), PiecesFormat()]
    private static var table: [any AppendixFormat] { AppendixFormats.all + madeUp }

    @Test("Each format is in the table once, with its own suffix and words; the workbook is first")
    func names() {
        let names = AppendixFormats.names
        #expect(Set(names).count == names.count && names.first == "xlsx")
        #expect(Set(names).isSuperset(of: ["xlsx", "ods", "csv"]))
        let suffixes = AppendixFormats.all.map(\.suffix)
        #expect(Set(suffixes).count == suffixes.count && suffixes.allSatisfy { $0.hasPrefix(".") })
        let titles = AppendixFormats.all.map(\.title)
        #expect(Set(titles).count == titles.count && !titles.contains(""))
        #expect(AppendixFormats.all.filter(\.mustBeNamed).map(\.name) == ["xlsx"])
    }

    @Test("A format is found by its name and by its files", arguments: AppendixFormats.names)
    func lookup(name: String) throws {
        let format = try #require(AppendixFormats.format(name))
        #expect(AppendixFormats.format(ofFile: "appendix-1" + format.suffix)?.name == name)
        #expect(AppendixFormats.format("odt") == nil && AppendixFormats.format(ofFile: "summary.md") == nil)
    }

    @Test("A missing program is named, with its package and the format to leave out")
    func missing() throws {
        for format in Self.table {
            guard let converter = format.converter else { continue }
            #expect(converter.format == format.name && converter.makesCopies == format.isBeside)
            let failure = #expect(throws: OutputFailure.self) {
                try ChosenFormats([format], of: Self.table, installed: [:])
            }
            let words = try #require(failure).description
            #expect(words.contains("install \(converter.package)") && words.contains("'\(format.name)'"))
            #expect(words.contains(" --\(format.name)") == format.isBeside)
            #expect(failure?.code == "no-converter")
        }
    }

    @Test("A format that is named is part of the release: it is in the manifest, on the page, and made by its program")
    func named() async throws {
        let formats = try ChosenFormats([CardsFormat()], of: Self.table, installed: ["cp": "/bin/cp"])
        let release = try MadeUpRelease.release(id: "aaa")
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        let published = try await ReleasePublisher.publish(release, in: formats, holding: lock)
        #expect(published.files.prefix(2) == ["appendix-1-performance.xlsx", "appendix-1-performance.cards"])
        let read = try ReleaseFolder(published.folder)
        #expect(read.manifest.about?.appendices.map(\.file) == Array(published.files.prefix(2)))
        let page = String(decoding: try folder.read(quarter + "/aaa/index.html"), as: UTF8.self)
        #expect(page.contains("href=\"appendix-1-performance.cards\""))
        #expect(
            try folder.read(quarter + "/aaa/appendix-1-performance.cards")
                == folder.read(quarter + "/aaa/appendix-1-performance.xlsx"))
        // A format that nobody names is not written.
        let other = try await ReleasePublisher.publish(MadeUpRelease.release(id: "bbb"), holding: lock)
        #expect(!other.files.contains { $0.hasSuffix(".cards") })
    }

    @Test("A program that fails inside a release leaves nothing published")
    func failing() async throws {
        let formats = try ChosenFormats([CardsFormat()], of: Self.table, installed: ["cp": "/bin/false"])
        let release = try MadeUpRelease.release(id: "aaa")
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        let failure = await #expect(throws: OutputFailure.self) {
            try await ReleasePublisher.publish(release, in: formats, holding: lock)
        }
        #expect(failure?.description.contains("nothing was published") == true)
        #expect(ScratchFolder.names(in: folder.path + quarter) == [])
    }

    @Test("A format with several files is written next to the release when it is requested, and only once")
    func beside() async throws {
        let formats = try ChosenFormats([PiecesFormat()], of: Self.table, installed: [:])
        let release = try MadeUpRelease.release(id: "aaa")
        let lock = try OutputLock(output: folder.path)
        defer { lock.release() }
        let published = try await ReleasePublisher.publish(release, in: formats, holding: lock)
        #expect(!published.files.contains { $0.hasSuffix(".pieces") })
        for _ in 0..<2 { try ReleaseCopies.make(of: release, at: published, in: formats, holding: lock) }
        #expect(
            ScratchFolder.names(in: folder.path + quarter + "/aaa-pieces")
                == release.tables.map { $0.id + ".pieces" }.sorted())
    }

    @Test("The first page lists a copy after its workbook")
    func listed() async throws {
        let soffice = folder.path + "/soffice"
        try folder.write("#!/bin/sh\ncp \"$7\" \"$6/$(basename \"$7\" .xlsx).ods\"\n", to: "soffice")
        chmod(soffice, 0o755)
        let formats = try ChosenFormats(
            [try #require(AppendixFormats.format("ods"))], installed: ["soffice": soffice])
        let release = try MadeUpRelease.release(id: "aaa")
        let output = folder.path + "/out"
        let lock = try OutputLock(output: output)
        defer { lock.release() }
        let published = try await ReleasePublisher.publish(release, in: formats, holding: lock)
        try ReleaseCopies.make(of: release, at: published, in: formats, holding: lock)
        let page = String(decoding: try folder.read("/out/index.html"), as: UTF8.self)
        let links = page.split(separator: "href=\"").compactMap { $0.split(separator: "\"").first }
        let workbook = try #require(links.firstIndex { $0.hasSuffix("/aaa/appendix-1-performance.xlsx") })
        #expect(links[workbook + 1] == "hartlepool/2019-20-Q1/aaa-ods/appendix-1-performance.ods")
        #expect(links.count { $0.hasSuffix(".ods") } == 1)
    }
}
