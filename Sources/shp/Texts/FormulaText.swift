import Core
import Indicators
import Lineage

/// The formula of a figure, in words and with its numbers.
struct FormulaText {
    let formula: FigureFormula
    let lineage: FigureLineage

    var text: String {
        if case .missing(let reason) = formula.value { return reason.explanation }
        let words = formula.words
        return switch words.origins {
        case .none: words.sentence
        case .inSentence: words.sentence + " = " + origin(.value)
        case .listed: words.sentence + details
        }
    }

    /// One line for each number, with its name.
    private var details: String {
        zip(FigureLineage.terms(of: formula), formula.values).map { term, value in
            "\n\(value.digits) = \(origin(term))"
        }.joined()
    }

    /// Where a number comes from.
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
            ? ("returned within six months", "had completed treatment in the first half")
            : ("completed treatment", "were in treatment")
        return "\(counted) who \(who) ÷ \(Self.number(Rational(base))) who \(whole) × 100, \(words)"
    }

    /// A number as people read it, to six places at most.
    static func number(_ number: Rational?) -> String { FormulaWords.number(number) }

    /// `1 row`, `1,204 rows`.
    static func count(_ count: Int, _ noun: String) -> String {
        UnitNoun(plural: noun + "s").counted(count)
    }
}
