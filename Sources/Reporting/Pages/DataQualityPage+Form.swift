import Core
import Indicators

extension DataQualityPage: PageKind {
    static func pages(of content: ReportContent, _ draft: inout ReportDraft) -> [any ReportPage] {
        guard let quality = content.quality else { return [] }
        return [
            DataQualityPage(
                name: draft.name(for: "Data quality"), quality: quality,
                noteNumbers: draft.numbers(of: notes(quality)), notesPage: draft.notesPage)
        ]
    }

    public var form: PageForm {
        let words = [
            PageCells.Column(heading: "Source", kind: .words, width: 14...24),
            PageCells.Column(heading: "Extract", kind: .words, width: 16...56),
        ]
        let numbers = Self.counts.map { PageCells.Column(heading: $0.heading, kind: .number, width: 10...16) }
        let remarks = zip(Self.reasons, [16...34, 16...30, 16...20]).map {
            PageCells.Column(heading: $0.heading, kind: .remark, width: $1)
        }
        return .cells(PageCells(id: "data-quality", columns: words + numbers + remarks, rows: rows.map(\.cells)))
    }
}

extension DataQualityPage.Row {
    fileprivate var cells: PageCells.Row {
        let numbers = DataQualityPage.counts.map { count in
            PageCells.Cell(
                text: display(count.measure),
                number: self.count(count.measure).map {
                    PageCells.Number(value: Rational($0), unit: .count("rows"), decimals: 0)
                })
        }
        return PageCells.Row(
            cells: [source, extract].map { .init(text: $0) } + numbers
                + DataQualityPage.reasons.map { .init(text: reasons($0.measure)) },
            isTotal: isTotal)
    }
}
