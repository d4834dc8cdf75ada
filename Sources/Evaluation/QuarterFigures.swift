public import Core
package import Indicators
import Records

/// The figures of a quarter, before any figure is withheld or compared. The figures are evaluated once: everything that
/// is published, drawn or compared is based on them.
public struct QuarterFigures: Sendable {
    /// The facts from which the figures are calculated.
    package let landed: LandedFacts
    public let quarter: FinancialQuarter
    package let evaluator: IndicatorEvaluator
    /// How the tables are laid out, in the order of the definition.
    package let layouts: [TableLayout]
    /// The tables of the layouts, with all numbers.
    let tables: [FigureTable]

    /// Evaluates the tables of the definition for the quarter.
    public init(of landed: LandedFacts, for quarter: FinancialQuarter) {
        self.landed = landed
        self.quarter = quarter
        let plan = landed.plan
        let evaluator = plan.evaluator(of: landed.facts, for: quarter)
        let repeating = Self.sourcesThatRepeat(landed)
        let layouts = plan.tables.map { table in
            let layout = plan.layout(table, for: quarter)
            return layout.adding(notes: Self.notes(on: layout, repeating))
        }
        self.evaluator = evaluator
        self.layouts = layouts
        tables = layouts.map { $0.table(evaluator, quarter: quarter, areas: plan.areas) }
    }

    var plan: PipelinePlan { landed.plan }

    /// Returns the sources with an extract in which rows repeat an identifier.
    private static func sourcesThatRepeat(_ landed: LandedFacts) -> [PipelinePlan.Source] {
        landed.plan.sources.enumerated().filter { index, _ in
            landed.extracts.contains { extract in
                extract.source == index && extract.findings.contains { $0.rule == .identifierRepeated }
            }
        }
        .map(\.element)
    }

    /// Returns notes on the sources of a table's rows, saying that rows which repeat an identifier count once.
    private static func notes(on layout: TableLayout, _ repeating: [PipelinePlan.Source]) -> [String] {
        repeating.filter { source in layout.rows.contains { $0.indicator.subject.source == source.name } }.map {
            "\($0.title): where several rows have the same identifier, only one of them is counted."
        }
    }
}
