import Core
import Indicators
import ReleaseStore
import Releases
import Testing

@Suite("How one release differs from another")
struct ReleaseDifferenceTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static func figure(_ row: String, _ value: Int) -> Figure {
        Figure(
            table: "t", section: "", row: row, area: "Hartlepool", measure: .value, period: "2019-20-Q1",
            value: .number(Rational(value)), unit: .count("crimes"), decimals: 0)
    }

    private static func table(_ figures: [Figure]) -> FigureTable {
        FigureTable(
            id: "t", title: "T", sectionHeading: nil, rowHeading: "Row",
            columns: [.init(heading: "N", measure: .value)],
            rows: figures.map {
                .init(section: "", label: $0.row, depth: 0, isTotal: false, figures: [$0])
            }, source: "", notes: [])
    }

    private func released(_ id: String, _ figures: [Figure]) async throws -> ReleaseFolder {
        let published = try await folder.publish(MadeUpRelease.release(id: id, tables: [Self.table(figures)]))
        return try ReleaseFolder(published.folder)
    }

    @Test(
        "Changed and new figures are in the order of the later release, and figures that are gone come after them")
    func figures() async throws {
        let before = try await released(
            "aaa", [Self.figure("Theft", 4), Self.figure("Arson", 2), Self.figure("Drugs", 1)])
        let after = try await released(
            "bbb", [Self.figure("Robbery", 7), Self.figure("Drugs", 1), Self.figure("Theft", 9)])
        let difference = ReleaseDifference(from: before, to: after)
        #expect(difference.figures.map { ($0.after ?? $0.before)?.key.row } == ["Robbery", "Theft", "Arson"])
        #expect(difference.figures.map { $0.before?.value } == [nil, "4", "2"])
        #expect(difference.figures.map { $0.after?.value } == ["7", "9", nil])
        #expect(difference.figures.map(\.change) == [nil, Rational(5), nil])
        #expect(!difference.isEmpty)
        let back = ReleaseDifference(from: after, to: before)
        #expect(back.figures.map(\.change) == [Rational(-5), nil, nil])
    }

    @Test("Two releases with equal inputs and figures do not differ, whatever their names")
    func same() async throws {
        let before = try await released("aaa", [Self.figure("Theft", 4)])
        let after = try await released("bbb", [Self.figure("Theft", 4)])
        #expect(ReleaseDifference(from: before, to: after).isEmpty)
        #expect(ReleaseDifference(from: before, to: before).isEmpty)
    }

    @Test("Every kind of input of a release is compared, by its hash or version")
    func parts() throws {
        let before = try MadeUpRelease.release().manifest
        let after = Manifest(
            pipeline: before.pipeline, quarter: "2019-20-Q2", releaseID: before.releaseID,
            program: .init(name: "shp", version: "1.1.0"),
            definition: .init(files: before.definition.files + [Manifest.File(path: "areas.csv", sha256: "a1")]),
            inputs: [MadeUpRelease.input(sha256: "new")],
            corrections: [.init(file: "corrected.csv", sha256: "c1", resolved: 1, atFault: 0, unused: 0)],
            comparedWith: .init(quarter: "2018-19-Q4", releaseID: "ccc", manifestSHA256: "m1"),
            alsoIssued: [.init(quarter: "2018-19-Q3", releaseID: "ddd", manifestSHA256: "m2")])
        let old = before.inputs[0].sha256
        let changes = ReleaseDifference.parts(from: before, to: after)
        let expected: [(ReleaseDifference.Part, String, String?, String?)] = [
            (.program, "shp", "1.0.0", "1.1.0"), (.definition, "areas.csv", nil, "a1"),
            (.input, "crime/2019-06.csv", old, "new"), (.correction, "corrected.csv", nil, "c1"),
            (.quarter, "hartlepool", "2019-20-Q1", "2019-20-Q2"),
            (.leftOut, "crime/readme.txt", "unclaimed-file", nil), (.comparedWith, "2018-19-Q4/ccc", nil, "m1"),
            (.alsoIssued, "2018-19-Q3/ddd", nil, "m2"),
        ]
        #expect(
            changes.map(\.part) == expected.map(\.0) && Set(expected.map(\.0)) == Set(ReleaseDifference.Part.allCases))
        #expect(changes.map(\.name) == expected.map(\.1))
        #expect(changes.map(\.before) == expected.map(\.2))
        #expect(changes.map(\.after) == expected.map(\.3))
        #expect(ReleaseDifference.parts(from: before, to: before).isEmpty)
    }

    @Test("Hashes that a release withholds are compared, but not stated anywhere")
    func withheldHashes() throws {
        func manifest(_ sha256: String) throws -> Manifest {
            let made = try MadeUpRelease.release().manifest
            let input = ManifestInput(
                source: "treatment", file: "a.csv", takenBy: "name", schema: "s", sha256: sha256, bytes: 9,
                encoding: .utf8, encodingDecidedBy: "bom", delimiter: ",", headerLine: 1, unknownColumns: [],
                endsWithLineBreak: true, rows: nil)
            return Manifest(
                pipeline: made.pipeline, quarter: made.quarter, releaseID: made.releaseID, program: made.program,
                definition: made.definition, inputs: [input],
                corrections: [.init(file: "c.csv", sha256: sha256, resolved: nil, atFault: nil, unused: nil)],
                leftOut: made.leftOut, confidentialSources: ["treatment"])
        }
        let changes = ReleaseDifference.parts(from: try manifest("aa"), to: try manifest("bb"))
        #expect(changes.map(\.part) == [.input, .correction])
        #expect(changes.allSatisfy { $0.before == "hash withheld" && $0.after == "another hash, withheld" })
        #expect(ReleaseDifference.parts(from: try manifest("aa"), to: try manifest("aa")).isEmpty)
    }

    @Test(
        "The same bytes with another day of delivery are another input, because the day decides which file counts")
    func delivered() throws {
        let before = try MadeUpRelease.release().manifest
        let after = Manifest(
            pipeline: before.pipeline, quarter: before.quarter, releaseID: before.releaseID, program: before.program,
            definition: before.definition,
            inputs: [MadeUpRelease.input(delivered: CalendarDate(year: 2019, month: 7, day: 20))],
            leftOut: before.leftOut)
        let change = try #require(ReleaseDifference.parts(from: before, to: after).first)
        #expect(change.part == .input)
        #expect(change.after == "\(try #require(before.inputs[0].sha256)), delivered 2019-07-20")
    }
}
