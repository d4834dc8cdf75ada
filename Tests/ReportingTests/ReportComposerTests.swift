import Core
import Indicators
import Reporting
import Testing

struct ReportComposerTests {
    private let description = ReportDescription(
        title: "Performance report", partnership: "Safer Hartlepool Partnership", quarterTitle: "2019/20 Quarter 1",
        period: "April to June 2019", contact: ["Community Safety Team"], author: "Community Safety Team",
        howToRead: ["Read it."], generalNotes: ["Figures are revised."])

    private func compose(_ tables: [FigureTable]) -> Report {
        ReportComposer(description).compose(title: "Appendix 1", fileName: "appendix-1", tables: tables)
    }

    private func notes(_ report: Report) -> [NotesPage.Entry] {
        report.pages.lazy.compactMap { $0 as? NotesPage }.first?.entries ?? []
    }

    @Test func pagesComeInTheOrderOfThePaper() {
        let report = compose([SmallTable.table("crime"), SmallTable.table("asb")])
        #expect(report.pages.map(\.name).prefix(5) == ["Cover", "Contents", "Notes", "Crime", "Asb"])
        #expect(report.tablePages.map(\.table.id) == ["crime", "asb"])
    }

    @Test func contentsListWhatFollows() {
        let report = compose([SmallTable.table("crime", title: "Crime in Hartlepool")])
        guard let contents = report.pages[1] as? ContentsPage else {
            Issue.record("the second page is \(report.pages[1].name)")
            return
        }
        #expect(contents.entries.map(\.page) == report.pages.dropFirst(2).map(\.name))
        #expect(contents.entries.map(\.title).prefix(2) == ["Notes", "Crime in Hartlepool"])
    }

    @Test func aTableCalledNotesGetsAnotherName() {
        let report = compose([SmallTable.table("notes")])
        #expect(report.pages.map(\.name).prefix(4) == ["Cover", "Contents", "Notes", "Notes 2"])
    }

    @Test func notesAreNumberedOnceGeneralOnesFirst() {
        let report = compose([
            SmallTable.table("a", notes: ["About a.", "About both."]),
            SmallTable.table("b", notes: ["About both.", "About b.", "Figures are revised."]),
        ])
        #expect(
            notes(report).map(\.mark) == ["[note 1]", "[note 2]", "[note 3]", "[note 4]"])
        #expect(
            notes(report).map(\.meaning) == ["Figures are revised.", "About a.", "About both.", "About b."])
        #expect(notes(report).map(\.pages) == [["A", "B"], ["A"], ["A", "B"], ["B"]])
        #expect(report.tablePages.map(\.noteNumbers) == [[1, 2, 3], [1, 3, 4]])
    }

    @Test func shorthandThatOccursIsExplained() {
        let report = compose([
            SmallTable.table(
                "a",
                values: [
                    .missing(.partner("Waiting for data")), .missing(.notReturned), .number(Rational(1)),
                    .missing(.nobody), .missing(.partMissing),
                    .target(Target(aim: .reduce, isConfirmed: false)),
                ]), SmallTable.table("b", values: [.missing(.notReturned)]),
        ])
        let shorthand = notes(report).dropFirst()
        #expect(shorthand.map(\.mark) == ["Waiting for data", "[x]", "[x]", "[z]", "(TBC)"])
        #expect(shorthand.first?.meaning == "The partner's own reason why there is no figure yet.")
        #expect(shorthand.dropFirst().first?.meaning.hasPrefix("Not available: the partner has not sent") == true)
        #expect(shorthand.dropFirst().first?.pages == ["A", "B"])
    }

    @Test func everyTableSaysWhatAReaderMustKnow() {
        let denominator = FigureUnit.rate(denominator: "residents (Census 2011)")
        let page = compose([SmallTable.table(unit: denominator, notes: ["About it."])]).tablePages[0]
        #expect(
            page.statements == [
                "This worksheet contains one table.",
                "Notes that apply to this table: [note 1], [note 2]. They are in the worksheet Notes.",
                "There are no blank cells in this table.",
                "Units: per 1,000 residents (Census 2011).",
                "Source: Cleveland Police.",
            ])
    }

    @Test func blanksStatementNamesTheShorthand() {
        let page = compose([SmallTable.table(values: [.missing(.notReturned), .missing(.nobody)])]).tablePages[0]
        #expect(
            page.statements.contains(
                "There are no blank cells in this table. It uses this shorthand: [x], [z]. The worksheet Notes explains it."
            ))
    }

    @Test func withoutNotesThereIsNoPageOfThem() {
        let plain = ReportDescription(
            title: "T", partnership: "P", quarterTitle: "Q", period: "M", contact: [], author: "A")
        let report = ReportComposer(plain).compose(title: "A", fileName: "a", tables: [SmallTable.table()])
        #expect(report.pages.map(\.name).prefix(3) == ["Cover", "Contents", "Crime"])
        #expect(!report.pages.contains { $0 is NotesPage })
        #expect(report.tablePages[0].statements[1] == "No notes apply to this table.")
    }

    @Test func rowsAboutPersonsAreNotCounted() throws {
        var account = RowAccount()
        (account.read, account.accepted, account.quarantined) = (1234, 1231, [.invalidDate: 2, .fieldCount: 1])
        let quality = DataQuality(
            extracts: [
                .init(source: "Crime", file: "crime/a.csv", account: account),
                .init(source: "Treatment", file: "treatment/a.csv", account: nil),
            ])
        let report = ReportComposer(description).compose(
            title: "A", fileName: "a", tables: [SmallTable.table("crime")], quality: quality)
        guard let page = report.pages.last as? DataQualityPage else {
            Issue.record("the last page is \(report.pages.last?.name ?? "none")")
            return
        }
        #expect(page.rows[1].display(.read) == "[c]")
        #expect(page.rows[1].count(.balance) == nil)
        #expect(page.rows[1].reasons(.quarantined) == "[c]")
        #expect(page.rows[2].extract == "All extracts except those marked [c]")
        #expect(page.rows[2].display(.read) == "1,234")
        #expect(
            notes(report).contains {
                $0.mark == "[c]" && $0.meaning.hasPrefix("On the page Data quality: the numbers of rows")
            })
    }

    @Test func manyExtractsHaveARowASource() throws {
        func page(_ crimes: Int) throws -> DataQualityPage {
            let crime = (0..<crimes).map { index in
                var account = RowAccount()
                (account.read, account.accepted, account.quarantined) = (3, 2, index == 0 ? [.invalidDate: 1] : [:])
                return DataQuality.Extract(source: "Crime", file: "crime/\(index).csv", account: account)
            }
            let treatment = DataQuality.Extract(source: "Treatment", file: "treatment/a.csv", account: nil)
            let report = ReportComposer(description).compose(
                title: "A", fileName: "a", tables: [SmallTable.table("crime")],
                quality: DataQuality(extracts: crime + [treatment]))
            let pages = report.pages.compactMap { $0 as? DataQualityPage }
            return try #require(pages.first)
        }
        let few = try page(DataQualityPage.maxListed - 1)
        #expect(few.rows.count == DataQualityPage.maxListed + 1)
        #expect(few.listing == nil)
        // With more extracts, the page does not grow.
        for crimes in [DataQualityPage.maxListed, 20_000] {
            let many = try page(crimes)
            #expect(many.rows.map(\.source) == ["Crime", "Treatment", "All sources"])
            #expect(many.rows[0].extract == (crimes == 20_000 ? "20,000 extracts" : "200 extracts"))
            #expect(many.rows[1].extract == "1 extract")
            #expect(many.rows[0].count(.read) == 3 * crimes)
            #expect(many.rows[0].reasons(.quarantined) == "invalid date: 1")
            #expect(many.rows[1].display(.read) == "[c]")
            #expect(many.rows[2].count(.read) == 3 * crimes)
            let sentence = "The table has a row for each source. The file data-quality.csv lists every extract."
            #expect(many.listing == sentence)
            #expect(many.statements.contains(sentence))
        }
    }

    @Test func whatBecameOfTheExtractsComesLast() {
        var account = RowAccount()
        (account.read, account.accepted, account.quarantined) = (1234, 1231, [.invalidDate: 2, .fieldCount: 1])
        let quality = DataQuality(
            extracts: [
                .init(source: "Crime", file: "crime/a.csv", account: account),
                .init(source: "Crime", file: "crime/b.csv", account: account),
            ], gaps: ["Crime, Hartlepool, June 2019: not delivered."])
        let report = ReportComposer(description).compose(
            title: "A", fileName: "a", tables: [SmallTable.table("crime")], quality: quality)
        #expect(report.pages.last?.name == "Data quality")
        guard let page = report.pages.last as? DataQualityPage else {
            Issue.record("the last page is \(report.pages.last?.name ?? "missing")")
            return
        }
        #expect(page.rows.map(\.extract) == ["crime/a.csv", "crime/b.csv", "All extracts"])
        #expect(page.rows.map(\.isTotal) == [false, false, true])
        #expect(page.rows[2].count(.read) == 2468)
        #expect(page.rows[2].count(.balance) == 0)
        #expect(page.rows[0].reasons(.quarantined) == "wrong number of fields: 1; invalid date: 2")
        #expect(page.rows[0].reasons(.outOfScope) == "none")
        let entries = notes(report)
        #expect(entries.contains { $0.meaning == quality.gaps[0] && $0.pages == ["Data quality"] })
        #expect(entries.suffix(2).map(\.mark) == ["wrong number of fields", "invalid date"])
        // Every note number of the page is in its statements, and the entry for the note names the page.
        for number in page.noteNumbers {
            #expect(page.statements[1].contains(NoteRegister.mark(number)))
            #expect(entries.contains { $0.mark == NoteRegister.mark(number) && $0.pages.contains(page.name) })
        }
    }

    @Test func theCoverSaysWhoseWhenAndWhom() {
        guard let cover = compose([]).pages[0] as? CoverPage else {
            Issue.record("no cover")
            return
        }
        #expect(cover.title == "Appendix 1")
        #expect(
            cover.passages.map(\.heading) == [
                "Safer Hartlepool Partnership", "How to read this report", "Author", "Contact",
            ])
        #expect(
            cover.passages[0].paragraphs == [
                "Performance report", "2019/20 Quarter 1: April to June 2019.",
            ])
    }
}
