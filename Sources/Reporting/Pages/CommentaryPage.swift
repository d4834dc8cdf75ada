/// What partners have to say of their indicators, in their own words.
public struct CommentaryPage: Sendable {
    /// What other pages call it.
    public let name: String
    /// The heading at its top.
    public let title = "Commentary of partners"
    /// What stands between the title and the list.
    public let statements = [
        TableStatements.oneTable, "No notes apply to this table.", "There are no blank cells in this table.",
        "The words are those of the partners; nobody has checked them against the figures.",
    ]
    /// Headings of the indicators, of the partners and of their words.
    public let headings = (indicator: "Indicator", partner: "Partner", text: "Commentary")
    /// The comments, in the order of the indicators.
    public let comments: [PartnerComment]
}
