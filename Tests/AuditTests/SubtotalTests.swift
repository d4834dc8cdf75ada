import Audit
import Testing

@Suite("Totals that a tree does not know")
struct SubtotalTests {
    /// Counts of areas and of all areas together, with the total of victim-based crime among the rows.
    private static let counts = [
        ["Category", "Hartlepool", "Redcar", "Middlesbrough", "Stockton", "Cleveland"],
        ["Violence against the person", "1053", "796", "425", "879", "3153"],
        ["Sexual Offences", "178", "122", "132", "80", "512"],
        ["Rape", "2", "3", "0", "4", "9"],
        ["Other Sexual Offences", "176", "119", "132", "76", "503"],
        ["Robbery", "801", "437", "837", "983", "3058"],
        ["Theft", "367", "445", "1112", "1081", "3005"],
        ["Criminal Damage & Arson", "66", "127", "267", "206", "666"],
        ["Total", "2465", "1927", "2773", "3229", "10394"],
        ["Public Disorder", "676", "114", "159", "665", "1614"],
        ["Drug Offences", "353", "91", "858", "538", "1840"],
        ["Possession of Weapons", "177", "200", "145", "139", "661"],
        ["Misc. Crimes Against Society", "576", "26", "763", "819", "2184"],
        ["Total Police Generated Crime", "1782", "431", "1925", "2161", "6299"],
        ["TOTAL RECORDED CRIME", "4247", "2358", "4698", "5390", "16693"],
    ]

    /// The same counts with a column of sections.
    private static let sections = counts.enumerated().map { row, cells in
        [row == 0 ? "Section" : row < 9 ? "victim-based" : row < 14 ? "police-generated" : "all"] + cells
    }

    /// Returns an auditor that knows everything except the total of victim-based crime, which it knows if its label is
    /// given.
    private static func auditor(victimBased: KnownTree.TableLabel? = nil) -> Auditor {
        let (all, police) = ("TOTAL RECORDED CRIME", "Total Police Generated Crime")
        var groups = [(all, nil), ("victim-based", all), (police, all)]
        groups += [1, 2, 5, 6, 7].map { (counts[$0][0], "victim-based") }
        groups += [3, 4].map { (counts[$0][0], counts[2][0]) }
        groups += [9, 10, 11, 12].map { (counts[$0][0], police) }
        let tree = KnownTree(
            name: "crime",
            groups: groups.map { KnownTree.Group(name: $0, parent: $1, aliases: $0 == "victim-based" ? [] : [$0]) },
            tableLabels: [victimBased].compactMap(\.self))
        return Auditor(trees: [tree])
    }

    private func errors(_ cells: [[String]], _ auditor: Auditor) -> [AuditFinding] {
        auditor.audit([AuditedTable(PrintedTable(name: "by-area", cells: cells))]).findings.filter {
            $0.severity == .error
        }
    }

    @Test("A total is audited even when the tree gives its parts to another total", arguments: [false, true])
    func between(inSections: Bool) {
        let sound = inSections ? Self.sections : Self.counts
        #expect(errors(sound, Self.auditor()).isEmpty)
        var wrong = sound
        wrong[8][wrong[8].count - 1] = "10390"
        let found = errors(wrong, Self.auditor())
        #expect(found.map(\.rule) == [.wrongFigure])
        #expect(found.first?.cells.map(\.printed) == ["10390"])
        #expect(found.first?.cells.map(\.proposed) == ["10,394"])
        #expect(found.first?.evidence.count == 2)
    }

    @Test("A label that stands for a group in one table is recognised however it is written")
    func foldedLabel() {
        // The total is neither before nor after its parts: only the tree shows which rows it is the total of.
        let order = [0, 1, 2, 3, 4, 8, 5, 6, 7, 9, 10, 11, 12, 13, 14]
        var wrong = Self.sections
        wrong[8][6] = "10390"
        let label = KnownTree.TableLabel(
            table: "By area", section: "Victim-Based", label: "TOTAL", group: "victim-based")
        let found = errors(order.map { wrong[$0] }, Self.auditor(victimBased: label))
        #expect(found.map { $0.cells.map(\.proposed) } == [["10,394"]])
        // Without the label, only the sum of the areas shows the error, and not which of the figures is wrong.
        #expect(errors(order.map { wrong[$0] }, Self.auditor()).map(\.rule) == [.oneOfSeveral])
    }

    @Test("The total of one section is not mistaken for the total of another section of about the same size")
    func otherSection() {
        let table = [
            ["Section", "Category", "Count"], ["Places", "North", "410"], ["Places", "South", "320"],
            ["Places", "East", "270"], ["Kinds", "Personal", "630"], ["Kinds", "Nuisance", "290"],
            ["Kinds", "Total", "920"],
        ]
        #expect(errors(table, Auditor()).isEmpty)
    }
}
