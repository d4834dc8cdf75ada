/// The partners' comments on their indicators, in their own words.
public struct CommentaryPage: ReportPage {
    public let name: String
    public let title = "Commentary of partners"
    public let statements = [
        TableStatements.oneTable, "No notes apply to this table.", "There are no blank cells in this table.",
        "These are the partners' own words; they have not been checked against the figures.",
    ]
    /// The comments, in the order of the indicators.
    public let comments: [PartnerComment]
}

extension CommentaryPage: PageKind {
    public var form: PageForm {
        .list(
            PageList(
                id: name.lowercased(), headings: ["Indicator", "Partner", "Commentary"],
                rows: comments.map { [$0.indicator, $0.partner, $0.text] }, widths: [36, 30, 72]))
    }

    static func pages(of content: ReportContent, _ draft: inout ReportDraft) -> [any ReportPage] {
        guard !content.commentary.isEmpty else { return [] }
        return [CommentaryPage(name: draft.name(for: "Commentary"), comments: content.commentary)]
    }
}
