import Core
import Indicators
import Reporting
import Testing

@Suite("The table of pages")
struct PageKindsTests {
    /// A report with at least one page of every kind.
    private static let report: Report = {
        let description = ReportDescription(
            title: "T", partnership: "P", quarterTitle: "Q", period: "M", contact: ["C"], author: "A",
            generalNotes: ["Figures are revised."])
        let crime = SmallTable.table("crime", values: [.number(Rational(1)), .missing(.partMissing)])
        let drawn = SmallTable.table("trend", title: "Trend")
        let chart = Chart(
            title: "Crime", kind: .columns, rowAxis: "Offence", valueAxis: "Crimes",
            series: [Chart.Series(name: "Hartlepool", column: 0)])
        let revision = FigureRevision(
            figure: crime.figures[0], previousValue: "2", previousDisplay: "2",
            shares: [.init(.lateRows, Rational(-1))])
        let quarter = FinancialQuarter(containing: CalendarDate(day: 18_000).month)
        return ReportComposer(description).compose(
            title: "A", fileName: "a", tables: [crime],
            commentary: [PartnerComment(indicator: "Crime", section: "S", partner: "Police", text: "Words.")],
            charts: [ChartSet(table: drawn, charts: [chart])],
            revisions: RevisedFigures(issuedFor: quarter, releaseID: "aaa", revisions: [revision]),
            quality: DataQuality(extracts: [.init(source: "Crime", file: "crime.csv", account: RowAccount())]))
    }()

    private static let places = report.pages.indices

    @Test("The pages are in the order of the table, after the three pages that are about all others")
    func order() {
        #expect(
            Self.report.pages.map(\.name) == [
                "Cover", "Contents", "Notes", "Crime", "Commentary", "Trend", "Revisions", "Data quality", "Chart 1",
            ])
        let contents = Self.report.pages.lazy.compactMap { $0 as? ContentsPage }.first
        #expect(contents?.entries.map(\.page) == Self.report.pages.dropFirst(2).map(\.name))
    }

    @Test("A table has a cell, a heading and a width for each column", arguments: places)
    func tables(place: Int) {
        let page = Self.report.pages[place]
        #expect(!page.title.isEmpty)
        switch page.form {
        case .list(let list):
            #expect(!list.rows.isEmpty && list.widths.count == list.headings.count)
            #expect(list.rows.allSatisfy { $0.count == list.headings.count })
            #expect(list.id == page.name.lowercased())
        case .cells(let cells):
            #expect(!cells.rows.isEmpty)
            for row in cells.rows {
                #expect(row.cells.count == cells.columns.count)
                // Only columns of numbers have numbers, and every cell with a number also has text.
                for (cell, column) in zip(row.cells, cells.columns) {
                    #expect(cell.number == nil || column.kind == .number && !cell.text.isEmpty)
                }
            }
        case .passages(let passages): #expect(passages.allSatisfy { !$0.paragraphs.isEmpty })
        case .figures(let table): #expect(!table.rows.isEmpty)
        case .chart(let chart): #expect(Self.report.tablePages.contains { $0.name == chart.dataPage })
        }
    }

    @Test("Every note that a page refers to is explained, with the page", arguments: places)
    func notes(place: Int) throws {
        let page = Self.report.pages[place]
        let notes = try #require(Self.report.pages.lazy.compactMap { $0 as? NotesPage }.first)
        for number in page.noteNumbers {
            let entry = notes.entries.first { $0.mark == NoteRegister.mark(number) }
            #expect(entry?.pages.contains(page.name) == true)
        }
        for entry in page.explanations { #expect(notes.entries.contains(entry)) }
        #expect(page.noteNumbers.isEmpty == !["Crime", "Trend", "Revisions", "Data quality"].contains(page.name))
    }
}
