public import Core
import Indicators
public import PipelineDefinition
public import Records

extension PipelinePlan {
    /// Checks what depends on the quarter: whether its year has targets, and whether its names and months fit into the
    /// tables. Throws the errors of all quarters at once, with only the first error at each place.
    public func check(for quarters: [FinancialQuarter]) throws(DefinitionErrors) {
        let errors = DefinitionErrorCollector()
        for quarter in quarters {
            checkTargets(of: quarter, errors)
            ReportCheck(plan: self, quarter: quarter, errors: errors).check()
        }
        try errors.oneAPlace.throwIfAny()
    }

    /// Checks what depends on the quarter.
    public func check(for quarter: FinancialQuarter) throws(DefinitionErrors) { try check(for: [quarter]) }

    /// Checks the texts for the four quarters of a sample year, because the names of months differ between quarters.
    func checkReports(_ errors: DefinitionErrorCollector) {
        let found = DefinitionErrorCollector()
        for quarter in (1...4).compactMap({ FinancialQuarter(year: FinancialYear(start: 2019), number: $0) }) {
            ReportCheck(plan: self, quarter: quarter, errors: found).check()
        }
        // Places with an error that has already been reported are left out.
        let known = Set(errors.errors.map(\.position))
        for definitionError in found.oneAPlace.errors where !known.contains(definitionError.position) {
            errors.report(definitionError.kind, at: definitionError.position)
        }
    }

    /// Checks that a column of targets has targets for the year. Otherwise the column would be empty without a reason.
    private func checkTargets(of quarter: FinancialQuarter, _ errors: DefinitionErrorCollector) {
        guard let table = definition.targets?.table, !targets.isEmpty, targets[quarter.year] == nil,
            tables.contains(where: { $0.columns.contains { $0.measure == .target } })
        else { return }
        let years = targets.keys.sorted().map(\.title).joined(separator: ", ")
        errors.report(
            .contradiction(
                "the table of targets '\(table.value)' has no row for \(quarter.year.title), the year of \(quarter); it has "
                    + "\(years). Add a row for each indicator, with the aim 'monitor' where there is no target"),
            at: table.position)
    }
}

extension DefinitionErrorCollector {
    /// The errors of several quarters, with only the first at each place, which says what to do.
    fileprivate var oneAPlace: DefinitionErrorCollector {
        let first = DefinitionErrorCollector()
        var places: Set<SourcePosition> = []
        for definitionError in errors where places.insert(definitionError.position).inserted {
            first.report(definitionError.kind, at: definitionError.position)
        }
        return first
    }
}
