import Disclosure
import Indicators
import Tabular

extension PipelineRun {
    /// The tables without small numbers of persons and what would give them back. The checker looks at what is left once
    /// more, as a reader would, before anything else sees it.
    func withheld(
        _ tables: [FigureTable], _ layouts: [TableLayout], _ evaluator: IndicatorEvaluator
    ) throws(RunFailure) -> [FigureTable] {
        let control = DisclosureControl(layouts: layouts, evaluator: evaluator, earlier: earlier)
        let left: [FigureTable]
        let recovered: [String]
        do throws(DisclosureFailure) {
            left = try control.apply(to: tables)
            recovered = try control.recovered(from: left)
        } catch { throw .undecided(error) }
        guard recovered.isEmpty else { throw .discloses(recovered) }
        return left
    }
}
