import Core
package import Indicators
import Ingestion
package import Records

/// The extracts of a run after they have been compared with each other, with the facts from them.
package struct ResolvedExtracts: Sendable {
    /// The facts of the sources.
    package private(set) var facts = SourceFacts()
    /// The extracts with their accounts closed, by source and in the order of delivery.
    package private(set) var extracts: [ExtractOutcome] = []
    /// For each extract, the number of its rows that count in each category of its source's classification.
    package private(set) var acceptedByCategory: [[Int: Int]] = []
    /// The result of each row of the extracts, if rows are traced.
    package private(set) var traces: [ExtractTrace] = []

    /// Compares the extracts of each source. Throws if an extract repeats more identifiers than its schema allows, if
    /// the order of two contradictory extracts is unknown, or if an account does not balance.
    package init(_ outcomes: [ExtractOutcome], plan: PipelinePlan, threads: Int, traces: Bool = false) async throws {
        var extractErrors: [ExtractError] = []
        for (index, source) in plan.sources.enumerated() {
            var own = plan.sources.count == 1 ? outcomes : outcomes.filter { $0.source == index }
            let resolution = await SourceResolution(&own, source: source, threads: threads, traces: traces)
            self.traces += resolution.traces
            extracts += own
            extractErrors += resolution.extractErrors
            acceptedByCategory += resolution.acceptedByCategory
            take(resolution, of: source)
        }
        if !extractErrors.isEmpty { throw RunFailure.refused(extractErrors) }
        for extract in extracts where !extract.account.balances {
            throw RunFailure.unbalanced(file: extract.file, extract.account)
        }
    }

    private mutating func take(_ resolution: SourceResolution, of source: PipelinePlan.Source) {
        facts.faults[source.name] = resolution.faults
        if let list = source.classification, list.changesWithTime || list.hasUndividedCodes {
            facts.partialLists[source.name] = list
        }
        source.records.addFacts(resolution.resolved, of: source, to: &facts)
    }
}
