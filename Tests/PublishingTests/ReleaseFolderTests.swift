import Core
import FoundationEssentials
import Glibc
import Indicators
import ReleaseStore
import Releases
import Testing

@Suite("Releases read back")
struct ReleaseFolderTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test("A release that is read back has the figures and the inputs that were published")
    func roundTrip() async throws {
        let release = try MadeUpRelease.release(id: "aaa")
        let published = try await folder.publish(release)
        let read = try ReleaseFolder(published.folder)
        #expect(read.figures.all == release.tables.flatMap(\.figures).map { PublishedFigure($0) })
        #expect(read.manifest.inputs == release.manifest.inputs)
        #expect(read.manifest.outputs.map(\.file).contains("figures.csv"))
    }

    @Test("A release is found by its folder, by the link to it, and by its quarter")
    func places() async throws {
        let published = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        let quarter = folder.path + "/hartlepool/2019-20-Q1"
        for path in [published.folder, published.folder + "/", quarter + "/latest", quarter] {
            #expect(try ReleaseFolder(path).manifest.releaseID == "aaa")
        }
        #expect(throws: UnreadableRelease.noRelease(path: folder.path)) { try ReleaseFolder(folder.path) }
    }

    @Test("Figures that somebody changed are not read as the release's figures")
    func changed() async throws {
        let published = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        let file = published.folder + "/figures.csv"
        let text = try String(contentsOfFile: file, encoding: .utf8) + "\r\n"
        try Data(text.utf8).write(to: URL(filePath: file))
        #expect(throws: UnreadableRelease.changed(file: file)) { try ReleaseFolder(published.folder) }
    }

    @Test("Words that a spreadsheet would take for a formula are read back without the added apostrophe")
    func guarded() async throws {
        let figure = Figure(
            table: "t", section: "-Section", row: "'quoted'", area: "=A, \"B\"", measure: .value, period: "2019-20-Q1",
            value: .number(Rational(-3)), unit: .count("crimes"), decimals: 0)
        let table = FigureTable(
            id: "t", title: "T", sectionHeading: nil, rowHeading: "Row",
            columns: [.init(heading: "N", measure: .value)],
            rows: [.init(section: "", label: "L", depth: 0, isTotal: false, figures: [figure])], source: "", notes: [])
        let published = try await folder.publish(MadeUpRelease.release(id: "bbb", tables: [table]))
        let read = try #require(ReleaseFolder(published.folder).figures.all.first)
        #expect(read == PublishedFigure(figure))
        #expect(read.number == Rational(-3))
    }
}
