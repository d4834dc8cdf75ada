import Core
import FoundationEssentials
import Indicators
import Ingestion

/// One cell of the paper.
struct PaperFact {
    let key: FigureKey
    let printed: String
    /// The correct text of the cell, for cells that are wrong in the paper.
    let expected: String
    let equivalence: Equivalence?

    /// The reviewed ways in which a figure's value may differ in form from the paper's text.
    enum Equivalence: String, CaseIterable {
        case noChange = "no-change"
        case changeFromZero = "change-from-zero"
        case missingParts = "missing-parts"
        case proportion
        case uncompared
    }

    static func all() throws -> [PaperFact] {
        let path = Repository.root + "/Tests/Golden/paper-2019-20-q1/facts.csv"
        guard let data = FileManager.default.contents(atPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
        return CSVText([UInt8](data)).rows.dropFirst().map { row in
            let f = row.fields
            return PaperFact(
                key: FigureKey(table: f[0], section: f[1], row: f[2], area: f[3], measure: f[4], period: f[5]),
                printed: f[6], expected: f[7], equivalence: Equivalence(rawValue: f[8]))
        }
    }

    var name: String { "\(key.table) / \(key.row) / \(key.area) / \(key.measure) / \(key.period)" }

    /// Returns how the release's figure disagrees with the paper, or nil when it agrees.
    func mismatch(_ figures: [FigureKey: Figure]) -> String? {
        guard let figure = figures[key] else { return "\(name): the release has no such figure" }
        if !expected.isEmpty {
            if Self.agrees(figure, printed) { return "\(name): the release repeats the paper's error \(printed)" }
            return Self.agrees(figure, expected) ? nil : "\(name): \(figure.display), expected \(expected)"
        }
        guard let equivalence else {
            return Self.agrees(figure, printed) ? nil : "\(name): \(figure.display), the paper has '\(printed)'"
        }
        return isEquivalent(figure, equivalence, figures)
            ? nil : "\(name): \(figure.display) is not '\(printed)' by way of \(equivalence.rawValue)"
    }

    private func isEquivalent(_ figure: Figure, _ kind: Equivalence, _ figures: [FigureKey: Figure]) -> Bool {
        switch kind {
        case .noChange: return printed == "-" && figure.value == .number(Rational(0))
        case .changeFromZero: return printed == "-" && figure.value == .missing(.changeFromZero)
        case .uncompared: return printed.isEmpty && figure.value == .missing(.notCompared)
        case .missingParts:
            return printed.isEmpty
                && [.missing(.partMissing), .missing(.notApplicable)].contains(figure.value)
        case .proportion:
            let difference = key.with(measure: Measure.difference.rawValue)
            guard let points = figures[difference], points.unit == .percentagePoints else { return false }
            if key.measure == Measure.difference.rawValue { return printed == "-" }
            return figure.value == .missing(.notApplicable) && Self.agrees(points, printed)
        }
    }

    /// Returns whether the figure, rounded to as many places as are printed, is the printed number, or has the same
    /// words.
    static func agrees(_ figure: Figure, _ printed: String) -> Bool {
        var digits = printed[...]
        if digits.hasSuffix("%") { digits = digits.dropLast() }
        guard let number = figure.value.number, Rational(decimal: digits) != nil else {
            // Targets and reasons are words; they may differ only by thousands separators, which the paper does not
            // print.
            return figure.display.filter { $0 != "," } == printed
        }
        let places = digits.split(separator: ".").dropFirst().first?.count ?? 0
        return number.formatted(decimals: places) == digits
    }
}
