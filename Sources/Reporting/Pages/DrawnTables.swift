/// The tables that charts are drawn from, each on its own page.
enum DrawnTables: PageKind {
    static func pages(of content: ReportContent, _ draft: inout ReportDraft) -> [any ReportPage] {
        content.charts.map { draft.page(of: $0.table, omissions: $0.omissions) }
    }
}
