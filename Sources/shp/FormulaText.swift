import Core
import Indicators
import Lineage

/// The formula of a figure in words, with the numbers put in.
struct FormulaText {
    let formula: FigureFormula
    let lineage: FigureLineage

    var text: String {
        if case .missing(let reason) = formula.value { return reason.explanation }
        let result = Self.number(formula.value.number) + " " + formula.unit.name
        switch formula.step {
        case .value(let value): return value.value.number == nil ? result : result + " = " + origin(.value)
        case .target: return "the target that the definition's table of targets has; nothing is counted"
        case .rate(let value, let denominator, let base):
            let place = denominator.map { " (\($0.title); source: \($0.source))" } ?? ""
            return "\(result) = \(Self.number(value.value.number)) × 1,000 ÷ "
                + Self.number(base.map { Rational($0) }) + place + details([.value])
        case .difference(let now, let before):
            return "\(result) = \(Self.number(now.value.number)) (\(now.period)) − "
                + "\(Self.number(before.value.number)) (\(before.period))" + details([.now, .before])
        case .percentDifference(let now, let before):
            let (now, before, period) = (
                Self.number(now.value.number), Self.number(before.value.number), (now.period, before.period)
            )
            return "\(result) = (\(now) − \(before)) × 100 ÷ \(before), of \(period.0) and \(period.1)"
                + details([.now, .before])
        case .direction(let now, let before, _):
            return "\(words), from \(Self.number(before.value.number)) (\(before.period)) to "
                + "\(Self.number(now.value.number)) (\(now.period))" + details([.now, .before])
        case .variation: return "\(words): what a process chart (XmR) says of the months of the quarter"
        }
    }

    private var words: String { if case .words(let words) = formula.value { words.text } else { "" } }

    /// A line for each number, which says what it is.
    private func details(_ terms: [FigureLineage.Term]) -> String {
        zip(terms, formula.values).map { term, value in
            "\n\(Self.number(value.value.number)) = \(origin(term))"
        }.joined()
    }

    /// What a number comes of.
    private func origin(_ term: FigureLineage.Term) -> String {
        let index = term == .before ? 1 : 0
        guard formula.values.indices.contains(index) else { return "" }
        switch formula.values[index].selection {
        case .events:
            guard let part = lineage.part(term) else { return "" }
            let rows = part.rows.count
            let counted = part.total == Rational(rows) ? "" : ", whose counts add up to \(Self.number(part.total))"
            return "\(Self.count(rows, "row")) of \(part.sourceTitle), \(part.months.words)" + counted
        case .clients(let selection): return clients(selection)
        case .returns(let selection):
            let spans = selection.spans.map { span in
                switch span {
                case .year(let year): year.title
                case .quarter(let quarter): quarter.title
                }
            }
            return (spans.count > 1 ? "the returns" : "the return") + " '\(selection.name)' for "
                + spans.joined(separator: " + ")
        }
    }

    private func clients(_ selection: CountedClients) -> String {
        let words = "group '\(selection.groupName)', \(selection.window.words)"
        guard let numbers = selection.numbers else { return words }
        let counted = Self.count(numbers.counted, "client")
        guard let base = numbers.base else { return "\(counted) in effective treatment, \(words)" }
        let (who, whole) =
            selection.measure == .representation
            ? ("came back within six months", "had completed treatment in the first half")
            : ("completed treatment", "were in treatment")
        return "\(counted) who \(who) ÷ \(Self.number(Rational(base))) who \(whole) × 100, \(words)"
    }

    /// A number as people read it, to six places at most.
    static func number(_ number: Rational?) -> String {
        guard let number else { return "–" }
        let (whole, places) = (number.formatted(decimals: 0, grouped: true), number.sixPlaces)
        guard number.denominator != 1, let point = places.firstIndex(of: ".") else { return whole }
        let head = Rational(decimal: places[..<point]).map { $0.formatted(decimals: 0, grouped: true) }
        let sign = places.hasPrefix("-0") ? "-" : ""
        return sign + (head ?? "") + places[point...]
    }

    /// `1 row`, `1,204 rows`.
    static func count(_ count: Int, _ things: String) -> String {
        "\(Rational(count).formatted(decimals: 0, grouped: true)) \(things)\(count == 1 ? "" : "s")"
    }
}
