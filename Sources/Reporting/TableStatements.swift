import Indicators

/// The sentences between the title of a page and its table.
enum TableStatements {
    static let oneTable = "This worksheet contains one table."

    static func all(of table: FigureTable, noteNumbers: [Int], notesPage: String) -> [String] {
        [
            oneTable, notes(noteNumbers, notesPage: notesPage), blanks(in: table, notesPage: notesPage),
            units(of: table), "Source: \(table.source)",
        ].compactMap(\.self)
    }

    static func notes(_ numbers: [Int], notesPage: String) -> String {
        guard !numbers.isEmpty else { return "No notes apply to this table." }
        let marks = numbers.map(NoteRegister.mark).joined(separator: ", ")
        return "Notes that apply to this table: \(marks). They are in the worksheet \(notesPage)."
    }

    private static func blanks(in table: FigureTable, notesPage: String) -> String {
        var marks: [String] = []
        for shorthand in Shorthand.occurring(in: table) where !marks.contains(shorthand.mark) {
            marks.append(shorthand.mark)
        }
        let noBlanks = "There are no blank cells in this table."
        guard !marks.isEmpty else { return noBlanks }
        let list = marks.joined(separator: ", ")
        return "\(noBlanks) It uses this shorthand: \(list). The worksheet \(notesPage) explains it."
    }

    private static func units(of table: FigureTable) -> String? {
        var units: [FigureUnit] = []
        for unit in table.figures.map(\.unit) where unit != .words && !units.contains(unit) { units.append(unit) }
        return units.isEmpty ? nil : "Units: \(units.map(\.name).joined(separator: "; "))."
    }
}
