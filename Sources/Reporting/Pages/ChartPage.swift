import Indicators

/// A page with one chart.
public struct ChartPage: ReportPage {
    public let name: String
    /// What stands between the title and the chart; its alternative text is among it, for everybody to read.
    public let statements: [String]
    /// The chart, and the set that it belongs to.
    public let chart: Chart
    public let chartSet: ChartSet
    /// The page with its table.
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

    /// Numbered through the appendix. Each is drawn from the page of its table.
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
