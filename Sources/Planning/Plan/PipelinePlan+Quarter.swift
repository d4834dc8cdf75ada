public import Core
import Indicators
public import PipelineDefinition
public import Records

extension PipelinePlan {
    /// Checks what only a quarter shows: whether its year has targets, and whether its names and months fit into the tables.
    /// Throws every mistake of every quarter at once, each once.
    public func check(for quarters: [FinancialQuarter]) throws(DefinitionMistakes) {
        let mistakes = MistakeCollector()
        for quarter in quarters {
            checkTargets(of: quarter, mistakes)
            ReportCheck(plan: self, quarter: quarter, mistakes: mistakes).check()
        }
        try mistakes.oneAPlace.throwIfAny()
    }

    /// Checks what only a quarter shows.
    public func check(for quarter: FinancialQuarter) throws(DefinitionMistakes) { try check(for: [quarter]) }

    /// Checks what every quarter shows, for whichever quarter: the names of months differ between the four of a year.
    func checkReports(_ mistakes: MistakeCollector) {
        let found = MistakeCollector()
        for quarter in (1...4).compactMap({ FinancialQuarter(year: FinancialYear(start: 2019), number: $0) }) {
            ReportCheck(plan: self, quarter: quarter, mistakes: found).check()
        }
        // What is wrong with the same words already says enough.
        let known = Set(mistakes.mistakes.map(\.position))
        for mistake in found.oneAPlace.mistakes where !known.contains(mistake.position) {
            mistakes.report(mistake.kind, at: mistake.position)
        }
    }

    /// A column of targets that has none for the year would be empty, and nobody would know why.
    private func checkTargets(of quarter: FinancialQuarter, _ mistakes: MistakeCollector) {
        guard let table = definition.targets?.table, !targets.isEmpty, targets[quarter.year] == nil,
            tables.contains(where: { $0.columns.contains { $0.measure == .target } })
        else { return }
        let years = targets.keys.sorted().map(\.title).joined(separator: ", ")
        mistakes.report(
            .contradiction(
                "the table of targets '\(table.value)' has no row for \(quarter.year.title), the year of \(quarter); it has "
                    + "\(years). Add a row for each indicator, with the aim 'monitor' where nothing is aimed at"),
            at: table.position)
    }
}

extension MistakeCollector {
    /// The mistakes of several quarters: of those at one place the first, which says what there is to do.
    fileprivate var oneAPlace: MistakeCollector {
        let first = MistakeCollector()
        var places: Set<SourcePosition> = []
        for mistake in mistakes where places.insert(mistake.position).inserted {
            first.report(mistake.kind, at: mistake.position)
        }
        return first
    }
}
