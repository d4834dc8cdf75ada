import Core
import Indicators
import Reporting
import Testing

@Suite("Charts of a table")
struct ChartSetTests {
    private func set(_ now: [FigureValue], before: [FigureValue]) -> ChartSet {
        func figure(_ value: FigureValue) -> Figure {
            Figure(
                table: "t", section: "", row: "r", area: "A", measure: .value, period: "p", value: value,
                unit: .count("crimes"), decimals: 0)
        }
        let table = FigureTable(
            id: "t", title: "T", sectionHeading: nil, rowHeading: "Month",
            columns: [.init(heading: "Now", measure: .value), .init(heading: "Before", measure: .value)],
            rows: zip(["Apr", "May", "Jun"], zip(now, before)).map { label, values in
                .init(
                    section: "", label: label, depth: 0, isTotal: false, figures: [figure(values.0), figure(values.1)])
            }, source: "S", notes: [])
        return ChartSet(
            table: table,
            charts: [
                Chart(
                    title: "Crime by month", kind: .lines, rowAxis: "Month", valueAxis: "Crimes",
                    series: [
                        .init(name: "Now", column: 0),
                        .init(
                            name: "A year before", column: 1, isComparison: true,
                            rowNames: ["Apr before", "May before", "Jun before"]),
                    ])
            ])
    }

    private func numbers(_ numbers: Int...) -> [FigureValue] { numbers.map { .number(Rational($0)) } }

    @Test("The words of a chart name the kind, the title, and the lowest and highest point of each series")
    func alternative() {
        let set = set(numbers(5, 1200, 7), before: numbers(4, 4, 4))
        #expect(
            set.charts.map(set.alternative) == [
                "Line chart. Crime by month. Now: lowest 5 (Apr), highest 1,200 (May). A year before: 4 throughout."
            ])
    }

    @Test("A comparison series is left out when a figure is missing; without the chart's own figures there is no chart")
    func gaps() {
        var gap = numbers(1, 2, 3)
        gap[1] = .missing(.partMissing)
        #expect(set(numbers(1, 2, 3), before: gap).charts.map { $0.series.map(\.name) } == [["Now"]])
        #expect(set(gap, before: numbers(1, 2, 3)).charts.isEmpty)
        #expect(set([], before: []).charts.isEmpty)
    }

    @Test("Each series names the periods of its own figures")
    func rowNames() {
        let set = set(numbers(5, 6, 7), before: numbers(9, 4, 8))
        #expect(
            set.charts.map(set.alternative) == [
                "Line chart. Crime by month. Now: lowest 5 (Apr), highest 7 (Jun). "
                    + "A year before: lowest 4 (May before), highest 9 (Apr before)."
            ])
    }

    @Test("A series or chart that is not drawn is named, with the missing figures")
    func missing() {
        var gap = numbers(1, 2, 3)
        gap[1] = .missing(.partMissing)
        let comparison = set(numbers(5, 6, 7), before: gap)
        #expect(
            comparison.charts.map(comparison.alternative) == [
                "Line chart. Crime by month. Now: lowest 5 (Apr), highest 7 (Jun). "
                    + "A year before: not drawn, because there is no figure for May before."
            ])
        #expect(comparison.omissions.isEmpty)
        gap[0] = .missing(.partMissing)
        let own = set(gap, before: numbers(1, 2, 3))
        #expect(own.charts.isEmpty)
        #expect(own.omissions == ["The chart “Crime by month” is not drawn: there is no figure for Apr and May."])
        let description = ReportDescription(
            title: "T", partnership: "P", quarterTitle: "Q", period: "M", contact: [], author: "A")
        let report = ReportComposer(description).compose(title: "A", fileName: "a", tables: [], charts: [own])
        #expect(report.tablePages.first?.statements.last == own.omissions[0])
    }

    @Test("A report has its figures on one page, the chart on another at the end, and both in the contents")
    func pages() {
        let description = ReportDescription(
            title: "T", partnership: "P", quarterTitle: "Q", period: "M", contact: [], author: "A")
        let report = ReportComposer(description).compose(
            title: "A", fileName: "a", tables: [SmallTable.table("crime")],
            commentary: [PartnerComment(indicator: "Crime", section: "S", partner: "Police", text: "Words.")],
            charts: [set(numbers(1, 2, 3), before: numbers(1, 2, 3))])
        let names = report.pages.map(\.name)
        #expect(names.filter(["Crime", "Commentary", "T"].contains) == ["Crime", "Commentary", "T"])
        #expect(names.last == "Chart 1")
        let contents = report.pages.lazy.compactMap { $0 as? ContentsPage }.first
        #expect(contents?.entries.map(\.page) == Array(names.dropFirst(2)))
        let page = report.chartPages.first
        #expect(page?.dataPage == "T")
        #expect(page?.statements.contains(page?.alternative ?? "") == true)
    }
}
