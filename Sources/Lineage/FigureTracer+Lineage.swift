public import Indicators

extension FigureTracer {
    /// Returns where a figure with the formula comes from.
    public func lineage(of formula: FigureFormula) -> FigureLineage {
        FigureLineage(
            formula: formula, parts: zip(FigureLineage.terms(of: formula), formula.values).flatMap { parts($0, $1) })
    }

    private func parts(_ term: FigureLineage.Term, _ value: IndicatorValue) -> [FigureLineage.Part] {
        var parts =
            switch value.selection {
            case .events(let selection): [events(term, value.period, selection)]
            case .clients(let selection): clients(term, value.period, selection)
            case .returns(let selection): [returns(term, value.period, selection)]
            }
        if case .missing(let reason) = value.value { for index in parts.indices { parts[index].missing = reason } }
        return parts
    }
}
