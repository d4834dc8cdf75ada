import Core
import Indicators
public import PipelineDefinition
public import Records

extension PipelinePlan {
    /// Warnings about a valid definition: areas with rates but without a denominator, placed at the table that lacks
    /// the denominator.
    public var warnings: [DefinitionError] {
        DenominatorGaps(plan: self).ofNewest().filter { !$0.isOfAll }.map { gap in
            DefinitionError(
                at: place(of: gap.name),
                .contradiction(
                    "there is no number of '\(gap.name)'\(words(gap.year)) for \(names(gap.areas)), so rates are [x]. Add "
                        + "the number, or add a row that says that there is none: without a value, or with '-' in a Nomis table"
                )
            )
        }
    }

    /// Reports rules for the year that leave every area without a number, because every rate would be [x].
    func checkDenominators(_ errors: DefinitionErrorCollector) {
        for gap in DenominatorGaps(plan: self).ofNewest() where gap.isOfAll {
            let years = denominators.years(of: gap.name).map(String.init).joined(separator: ", ")
            errors.report(
                .contradiction(
                    "no area has a number of '\(gap.name)'\(words(gap.year)), so every rate would be [x]; add numbers for "
                        + "\(names(gap.areas))" + (years.isEmpty ? "" : ", or use one of the years \(years)")),
                at: place(of: gap.name))
        }
    }

    private func words(_ year: Int?) -> String { year.map { " in \($0)" } ?? "" }

    private func names(_ positions: [Int]) -> String {
        positions.map { "\(areas.areas[$0].name) (\(areas.areas[$0].code))" }.joined(separator: ", ")
    }

    /// Returns the place where the definition says which year is used, else the place where it names the table. Tables
    /// in our own format contain the denominators' names, so the first of these tables is used for all.
    private func place(of name: String) -> SourcePosition {
        let tables = definition.denominators
        let table =
            tables.first { $0.published?.name.value == name } ?? tables.first { $0.published == nil } ?? tables.first
        return table?.year?.position ?? table?.reference.table.position
            ?? SourcePosition(file: definition.pipeline.position.file, line: 1, column: 1)
    }
}
