/// The kinds of pages of an appendix. They follow the cover, the contents and the notes, which are made from all other
/// pages.
enum PageKinds {
    /// The kinds, each in its own file, in the order of the appendix.
    static let all: [any PageKind.Type] = [
        TablePage.self,
        CommentaryPage.self,
        DrawnTables.self,
        RevisionsPage.self,
        DataQualityPage.self,
        ChartPage.self,
    ]
}
