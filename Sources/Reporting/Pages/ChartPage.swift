import Indicators

/// A page with one chart.
public struct ChartPage: ReportPage {
    public let name: String
    /// The sentences between the title and the chart. They include the alternative text, so that everybody can read it.
    public let statements: [String]
    /// The chart, and the set that it belongs to.
    public let chart: Chart
    public let chartSet: ChartSet
    /// The name of the page with the chart's table.
    public let dataPage: String

    /// The page's title.
    public var title: String { chart.title }
    /// The chart in words.
    public var alternative: String { chartSet.alternative(of: chart) }

    init(name: String, chart: Chart, of chartSet: ChartSet, dataPage: String) {
        self.name = name
        self.chart = chart
        self.chartSet = chartSet
        self.dataPage = dataPage
        statements = [
            "This worksheet contains one chart.", "Its figures are in the worksheet \(dataPage).",
            chartSet.alternative(of: chart), "Source: \(chartSet.table.source)",
        ]
    }
}

extension ChartPage: PageKind {
    public var form: PageForm { .chart(self) }

    /// Returns the chart pages, numbered in one sequence across the appendix. Each chart is drawn from its table's
    /// page.
    static func pages(of content: ReportContent, _ draft: inout ReportDraft) -> [any ReportPage] {
        var pages: [ChartPage] = []
        for set in content.charts {
            let data = draft.pages.last { ($0 as? TablePage)?.table.id == set.table.id }
            guard let data else { continue }
            for chart in set.charts {
                let name = draft.name(for: "Chart \(pages.count + 1)")
                pages.append(ChartPage(name: name, chart: chart, of: set, dataPage: data.name))
            }
        }
        return pages
    }
}
