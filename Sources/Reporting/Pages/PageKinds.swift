/// The kinds of pages of an appendix, behind cover, contents and notes, which are about all others.
enum PageKinds {
    /// Each in a file of its own, in the order in which they are read.
    static let all: [any PageKind.Type] = [
        TablePage.self,
        CommentaryPage.self,
        DrawnTables.self,
        RevisionsPage.self,
        DataQualityPage.self,
        ChartPage.self,
    ]
}
