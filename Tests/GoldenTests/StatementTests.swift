import Core
import Evaluation
import Foundation
import Indicators
import PipelineEngine
import Planning
import ReleaseStore
import Releases
import Reporting
import Testing

/// Reads back what pages, workbooks and summaries say, and compares it with the figures.
@Suite("What a release says is true of its figures")
struct StatementTests {
    /// How the sample is changed before it is published.
    enum Landing: String, CaseIterable {
        case whole
        /// A month of the year before is missing.
        case withoutMonthBefore = "sed -i '/\\/05\\/2018,/d' in/crime/2019-04-10_force-crime_hartlepool_2018-19.csv"
        /// Part of the quarter's last month is missing.
        case partialMonth = "sed -i '/2019-06-2\\|2019-06-30/d' in/asb/2019-07-10_asb_cleveland_2019-20-Q1.csv"
    }

    /// A release, the folder that it was published to, and the texts of its page and its workbook.
    private struct Published {
        let release: Release
        let folder: String
        var page = ""
        var workbook = ""
        var properties = ""
    }

    private func published<Result>(_ landing: Landing, _ body: (Published) throws -> Result) async throws -> Result {
        try await Repository.withTemporaryFolder { folder in
            try SampleRun.land(in: folder + "/in")
            if landing != .whole { #expect(try Repository.shell(landing.rawValue, in: folder) == 0) }
            // The planned day of a committee is not a day of issue.
            let definition = folder + "/Pipelines/shp-performance.yaml"
            try FileManager.default.copyItem(atPath: Repository.root + "/Pipelines", toPath: folder + "/Pipelines")
            let text = try String(contentsOfFile: definition, encoding: .utf8)
            try (text + "\nissue-dates: {2019-20-Q1: 2019-10-11}\n").write(
                toFile: definition, atomically: true, encoding: .utf8)
            let result = try await PipelineRun(
                plan: try PlanCompiler.compile(path: definition), input: folder + "/in",
                quarter: FinancialQuarter("2019-20-Q1"), threads: 2
            ).evaluate()
            let release = result.release(by: ProgramVersion(name: "shp", version: "test"))
            let lock = try OutputLock(output: folder + "/out")
            defer { lock.release() }
            let place = try await ReleasePublisher.publish(release, holding: lock).folder
            var published = Published(release: release, folder: place)
            published.page = try String(contentsOfFile: place + "/index.html", encoding: .utf8)
            let unzipped = try Repository.shell(
                "unzip -qp \(place)/appendix-a-performance.xlsx 'xl/*' > text; unzip -qp \(place)/*.xlsx 'docProps/*' > properties",
                in: folder)
            try #require(unzipped == 0)
            published.workbook = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/text")), as: UTF8.self)
            published.properties = try String(contentsOfFile: folder + "/properties", encoding: .utf8)
            return try body(published)
        }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// Returns the subject of a chart's figure: the month of the figure's period, or else the label of its row.
    private func name(_ row: FigureTable.Row, _ column: Int) -> String {
        let figure = row.figures[column]
        let parts = figure.period.split(separator: "-").compactMap { Int($0) }
        guard figure.section == "months", parts.count == 2 else { return row.label }
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(names[parts[1] - 1]) \(parts[0])"
    }

    @Test(
        "Each chart's words name the lowest and highest figure of each series with its own month or area",
        arguments: Landing.allCases)
    func charts(landing: Landing) async throws {
        try await published(landing) { published in
            var checked = 0
            for page in published.release.appendices.flatMap(\.chartPages) {
                #expect(published.page.contains(">\(escaped(page.alternative))</desc>"), "\(page.title)")
                #expect(published.workbook.contains(escaped(page.alternative)), "\(page.title)")
                for series in page.chart.series {
                    let cells = page.chartSet.table.rows.map { row in
                        (name: name(row, series.column), figure: row.figures[series.column])
                    }
                    let numbers = cells.compactMap(\.figure.value.number)
                    #expect(numbers.count == cells.count)
                    let text = try #require(page.alternative.firstRange(of: "\(series.name): ")).upperBound
                    let words = page.alternative[text...]
                    guard !words.contains(/^[^.]* throughout\./) else { continue }
                    let match = try #require(
                        words.firstMatch(of: /lowest (.+?) \((.+?)\), highest (.+?) \((.+?)\)\./), "\(words)")
                    for (display, name, extreme) in [
                        (match.1, match.2, numbers.min()), (match.3, match.4, numbers.max()),
                    ] {
                        let cell = try #require(cells.first { $0.name == name }, "\(name) is none of the series")
                        #expect(cell.figure.display == display && cell.figure.value.number == extreme)
                        checked += 1
                    }
                }
            }
            #expect(checked > 10)
        }
    }

    @Test(
        "A series or a chart with a month that is missing says which",
        arguments: [Landing.withoutMonthBefore, .partialMonth])
    func gaps(landing: Landing) async throws {
        try await published(landing) { published in
            var sentences: [String] = []
            for set in published.release.appendices.flatMap(\.chartSets) where set.table.id == "monthly-trend" {
                // Each chart has a column for the quarter's own year and one for the year before.
                for column in stride(from: 0, to: set.table.columns.count, by: 2) {
                    let label = set.table.columns[column].heading
                    let (own, before) = (missing(column, set.table), missing(column + 1, set.table))
                    #expect(set.charts.contains { $0.title.hasPrefix(label + " in ") } == own.isEmpty)
                    if !own.isEmpty {
                        sentences.append("is not drawn: there is no figure for \(own).")
                    } else if !before.isEmpty {
                        sentences.append("A year before: not drawn, because there is no figure for \(before).")
                    }
                }
            }
            let month = landing == .partialMonth ? "Jun 2019" : "May 2018"
            #expect(sentences.contains { $0.contains(month) }, "\(sentences)")
            for sentence in sentences {
                #expect(published.page.contains(escaped(sentence)) && published.workbook.contains(escaped(sentence)))
            }
        }
    }

    /// Returns the months without a figure in a column, as a sentence lists them.
    private func missing(_ column: Int, _ table: FigureTable) -> String {
        let names = table.rows.filter { $0.figures[column].value.number == nil }.map { name($0, column) }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    @Test(
        "A draft has no date of issue: not on pages, in workbooks or their properties, in the summary or the manifest")
    func draft() async throws {
        try await published(.whole) { published in
            var texts = [published.page, published.workbook, published.properties]
            for file in ["summary.md", "manifest.json", "datapackage.json"] {
                texts.append(try String(contentsOfFile: published.folder + "/" + file, encoding: .utf8))
            }
            for text in texts {
                for words in ["11 October 2019", "2019-10-11", "ate of issue:", "issueDate", "Issued on"] {
                    #expect(!text.contains(words), "\(words)")
                }
            }
            #expect(
                !(try FileManager.default.contentsOfDirectory(atPath: published.folder)).contains {
                    $0.contains("2019-10")
                })
        }
    }

    @Test("The summary and the table agree on every movement and on what it means", arguments: Landing.allCases)
    func summary(landing: Landing) async throws {
        try await published(landing) { published in
            let summary = try #require(published.release.summary)
            let table = try #require(published.release.tables.first { $0.id == "indicators" })
            var compared = 0
            for section in summary.sections {
                let rows = table.rows.filter { $0.section == section.title }
                let directions = rows.map { row -> DirectionOfTravel? in
                    let words = row.figures.lazy.compactMap { figure in
                        if case .words(let words) = figure.value { words.direction } else { nil }
                    }
                    return words.first
                }
                let meanings = directions.compactMap { $0?.meaning }
                #expect(
                    section.lead.contains("in the target direction") == meanings.contains(.improving), "\(section.lead)"
                )
                #expect(
                    section.lead.contains("in the opposite direction") == meanings.contains(.concerning),
                    "\(section.lead)")
                for (row, direction) in zip(rows, directions) {
                    let subject = row.phrase ?? row.label
                    let start = subject.prefix(1).uppercased() + subject.dropFirst()
                    let point = try #require(
                        section.points.first {
                            $0.hasPrefix(start + " ") || $0.hasPrefix("There is no figure for " + subject)
                        })
                    guard let direction else { continue }
                    compared += 1
                    #expect((direction.movement == .up) == point.contains(" rose "), "\(point)")
                    #expect((direction.movement == .down) == point.contains(" fell "), "\(point)")
                }
            }
            #expect(compared > 5)
        }
    }
}
