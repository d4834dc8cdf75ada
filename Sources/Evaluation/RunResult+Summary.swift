import Core
import Indicators
import Records
import Reporting

extension RunResult {
    /// The summary of the quarter in plain English, when the definition has one.
    var summary: ReportSummary? {
        guard let id = plan.publication.summaryTable, let table = tables.first(where: { $0.id == id }) else {
            return nil
        }
        let words = Placeholders(plan: plan, quarter: quarter)
        return SummaryComposer(table, quarter: quarter, comments: comments(on: [id]))
            .compose(title: "\(words.fill(plan.title)), \(quarter.title)")
    }

    /// Returns the partners' comments on the rows of the tables, in the order of the rows.
    func comments(on tables: [String]) -> [PartnerComment] {
        guard let comments = plan.publication.comments[quarter] else { return [] }
        let words = Placeholders(plan: plan, quarter: quarter)
        let rows = plan.tables.filter { tables.contains($0.id) }.flatMap(\.rows)
        return rows.flatMap { row in
            comments.filter { $0.indicator == row.indicator.name }.map { comment in
                PartnerComment(
                    indicator: words.fill(row.label), phrase: row.phrase, section: words.fill(row.sectionTitle),
                    partner: comment.partner, text: comment.text)
            }
        }
    }
}
