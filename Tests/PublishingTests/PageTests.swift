import Glibc
import Indicators
import Releases
import Reporting
import Testing
import WebPages

@Suite("The pages of a release and of an output folder")
struct PageTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func page(_ name: String = "index.html") throws -> String {
        String(decoding: try folder.read("/" + name), as: UTF8.self)
    }

    @Test("A release's page has every table, and every download with its size, and loads no other files")
    func releasePage() async throws {
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        let page = try page("hartlepool/2019-20-Q1/aaa/index.html")
        for table in MadeUpTables.all {
            #expect(page.contains("<caption class=\"said\">\(table.title)</caption>"))
            #expect(page.contains("<section id=\"table-\(table.id)\""))
        }
        let bytes = try folder.read("/hartlepool/2019-20-Q1/aaa/figures.csv").count
        #expect(page.contains("<a href=\"figures.csv\">Every figure of the release, one in each row</a>"))
        #expect(page.contains("(CSV, \(PageDownload.size(bytes)))"))
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("<script"))
        #expect(!page.contains("{{"))
    }

    @Test("A page of many extracts has a row for each source, and says where the extracts are listed")
    func manyExtracts() async throws {
        let extracts = (0...DataQualityPage.maxListed).map {
            DataQuality.Extract(source: "Recorded crime", file: "crime/\($0).csv", account: MadeUpRelease.rows)
        }
        let quality = DataQuality(extracts: extracts)
        let report = ReportComposer(MadeUpRelease.description).compose(
            title: "Appendix 1", fileName: "appendix-1", tables: MadeUpTables.all, quality: quality)
        let plain = try MadeUpRelease.release(id: "aaa")
        _ = try await folder.publish(
            Release(
                manifest: plain.manifest, created: plain.created, description: plain.description,
                appendices: [report], tables: plain.tables, quarantine: [], quality: quality))
        let text = try page("hartlepool/2019-20-Q1/aaa/index.html")
        let rest = try #require(text.split(separator: "<section id=\"quality\"").last)
        let section = try #require(rest.split(separator: "</section>").first)
        // The rows are the headings, and the source and the sum, each of them below its group's title.
        #expect(section.split(separator: "<tr").count == 6)
        #expect(
            section.contains(
                "<p>The table has a row for each source. The file data-quality.csv lists every extract.</p>"))
        let listed = try folder.read("/hartlepool/2019-20-Q1/aaa/data-quality.csv").split(separator: 10)
        let last = "crime/\(DataQualityPage.maxListed).csv,read,,12,"
        #expect(listed.contains { $0.starts(with: Array(last.utf8)) })
    }

    @Test("The first page lists the newest quarter first, and then the others")
    func order() async throws {
        _ = try await folder.publish(MadeUpRelease.release(id: "old"))
        _ = try await folder.publish(MadeUpRelease.release(id: "new"))
        let page = try page()
        #expect(page.contains("<a href=\"hartlepool/2019-20-Q1/new/index.html\">Read the release 2019/20 Quarter 1"))
        #expect(page.contains("<td><a href=\"hartlepool/2019-20-Q1/old/index.html\">old</a></td>"))
        #expect(page.contains("7 of 12 rows count; 3 are in quarantine."))
        #expect(page.contains("There was no issued release to compare it with."))
    }

    @Test("The same releases give the same page")
    func sameBytes() async throws {
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        let first = try page()
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        #expect(try page() == first)
    }

    @Test("When the page cannot be written, the release is not affected, and the failure is reported")
    func inTheWay() async throws {
        #expect(mkdir(folder.path + "/index.html", 0o755) == 0)
        try folder.write("", to: "/index.html/in-the-way")
        let published = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        #expect(published.indexProblem?.contains("index.html") == true)
        #expect(ScratchFolder.target(of: folder.path + "/hartlepool/2019-20-Q1/latest") == "aaa")
        #expect(!ScratchFolder.names(in: folder.path).contains { $0.hasPrefix(".staging") })
    }

    @Test("A folder without a valid manifest is not a release")
    func strangers() async throws {
        for strange in ["/hartlepool", "/hartlepool/2019-20-Q1", "/hartlepool/2019-20-Q1/broken"]
            + ["/hartlepool/2019-20-Q1/empty", "/somebody", "/somebody/elses", "/somebody/elses/folder"]
        {
            #expect(mkdir(folder.path + strange, 0o755) == 0)
        }
        try folder.write("{}", to: "/hartlepool/2019-20-Q1/broken/manifest.json")
        try folder.write("", to: "/hartlepool/2019-20-Q1/empty/x")
        try folder.write("", to: "/somebody/elses/folder/x")
        _ = try await folder.publish(MadeUpRelease.release(id: "aaa"))
        let page = try page()
        #expect(!page.contains("broken") && !page.contains("empty") && !page.contains("somebody"))
    }

    @Test("Names and figures are text on the page, whatever they look like")
    func escaping() throws {
        let table = FigureTable(
            id: "t", title: "<b>T</b> & \"U\"", sectionHeading: nil, rowHeading: "R", columns: [], rows: [], source: "",
            notes: [])
        let page = try #require(PageTemplates().render(PageTable(table), with: "table"))
        let text = String(decoding: page, as: UTF8.self)
        #expect(!text.contains("<b>"))
        #expect(text.contains("&lt;b&gt;T&lt;/b&gt; &amp; &quot;U&quot;"))
    }

    @Test("A summary is the same after it was written as Markdown and read")
    func summaryRoundTrip() throws {
        let summary = try #require(
            PageSummary(
                markdown: """
                    # Title

                    Opening \\[x\\].

                    ## One \\* two

                    Lead.

                    - A \\\\ b.
                    - C.

                    > Police, on c: d.

                    """))
        #expect(summary.opening == "Opening [x].")
        #expect(summary.sections.map(\.sectionTitle) == ["One * two"])
        #expect(summary.sections[0].lead == "Lead.")
        #expect(summary.sections[0].points == ["A \\ b.", "C."])
        #expect(summary.sections[0].quotations == ["Police, on c: d."])
        #expect(PageSummary(markdown: "No summary") == nil)
    }

    @Test(
        "Sizes are written as people write them",
        arguments: [
            (0, "0 bytes"), (999, "999 bytes"), (1000, "1 kB"), (73_996, "74 kB"), (999_499, "999 kB"),
            (999_500, "1.0 MB"), (1_250_000, "1.3 MB"),
        ])
    func sizes(bytes: Int, words: String) { #expect(PageDownload.size(bytes) == words) }
}
