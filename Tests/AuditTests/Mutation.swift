import Audit
import TestSupport

/// The ways in which a figure can be wrong in a paper.
enum Mutation: String, CaseIterable {
    case digitSwap = "digit swap"
    case transposition
    case shiftedRow = "shifted row"
    case lostMinus = "lost minus"
    case wrongSum = "wrong sum"
    case stalePercentage = "stale percentage"

    /// Returns the cell's text with the fault; nil where a fault of this kind is not possible or changes nothing.
    func apply(
        to cell: Oracle.Cell, in tables: [PrintedTable], beside others: [PrintedTable],
        _ generator: inout SeededGenerator
    ) -> String? {
        guard let table = tables.first(where: { $0.name == cell.table }) else { return nil }
        let text = table.cells[cell.row][cell.column]
        guard Oracle.number(text) != nil else { return nil }
        let wrong: String? =
            switch self {
            case .digitSwap: Self.digitSwapped(text, &generator)
            case .transposition: Self.transposed(text, &generator)
            case .shiftedRow: Self.shifted(table, cell, &generator)
            case .lostMinus: text.hasPrefix("-") ? String(text.dropFirst()) : nil
            case .wrongSum: Self.wrongSum(table, cell, text, &generator)
            case .stalePercentage: Self.stale(table, cell, others)
            }
        guard let wrong, let new = Oracle.number(wrong), new.value != Oracle.number(text)?.value else { return nil }
        return wrong
    }

    private static func digits(_ text: String) -> [String.Index] { text.indices.filter { text[$0].isNumber } }

    private static func digitSwapped(_ text: String, _ generator: inout SeededGenerator) -> String? {
        guard let place = digits(text).randomElement(using: &generator) else { return nil }
        return text.replacingCharacters(at: place, with: Character("\(Int.random(in: 0...9, using: &generator))"))
    }

    private static func transposed(_ text: String, _ generator: inout SeededGenerator) -> String? {
        let places = digits(text)
        guard places.count >= 2 else { return nil }
        let first = Int.random(in: 0..<(places.count - 1), using: &generator)
        let (a, b) = (text[places[first]], text[places[first + 1]])
        return text.replacingCharacters(at: places[first], with: b).replacingCharacters(at: places[first + 1], with: a)
    }

    /// Returns the figure of the row above or below.
    private static func shifted(
        _ table: PrintedTable, _ cell: Oracle.Cell, _ generator: inout SeededGenerator
    ) -> String? {
        let row = cell.row + (Bool.random(using: &generator) ? 1 : -1)
        return row >= 1 && row < table.cells.count ? table.cells[row][cell.column] : nil
    }

    /// Returns a total without one of its parts, or with one counted twice.
    private static func wrongSum(
        _ table: PrintedTable, _ cell: Oracle.Cell, _ text: String, _ generator: inout SeededGenerator
    ) -> String? {
        let label = table.cells[cell.row][1]
        guard CrimeTree.parts[CrimeTree.otherLabels[label] ?? label] != nil, let total = Int(text) else { return nil }
        let parts = table.cells.dropFirst().compactMap { Int($0[cell.column]) }.filter { $0 > 0 && $0 < abs(total) }
        guard let part = parts.randomElement(using: &generator) else { return nil }
        return "\(total + (Bool.random(using: &generator) ? part : -part))"
    }

    /// Returns the percentage or rate of another quarter.
    private static func stale(_ table: PrintedTable, _ cell: Oracle.Cell, _ others: [PrintedTable]) -> String? {
        let heading = table.cells[0][cell.column]
        guard heading.contains("%") || heading.contains("rate"),
            let other = others.first(where: { $0.name == table.name }),
            let row = other.cells.first(where: { $0[1] == table.cells[cell.row][1] }),
            let column = other.cells[0].firstIndex(of: heading)
        else { return nil }
        return row[column]
    }
}

extension String {
    fileprivate func replacingCharacters(at place: Index, with character: Character) -> String {
        var characters = Array(self)
        characters[distance(from: startIndex, to: place)] = character
        return String(characters)
    }
}
