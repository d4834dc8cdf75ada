public import Indicators
import Normalisation
public import Tabular

/// What a run found, before anything is written.
public struct RunResult: Sendable {
    let plan: PipelinePlan
    /// The quarter that the tables are about.
    public let quarter: FinancialQuarter
    /// The tables, in the order of the definition.
    public let tables: [FigureTable]
    let facts: SourceFacts
    let extracts: [ExtractOutcome]
    /// For each extract, how many of its rows count in each category of its source's classification.
    let acceptedByCategory: [[Int: Int]]
    /// What must have been delivered for the quarter's figures and was not, or not as a whole.
    let gaps: [Delivery]
    /// Files of the landing folder that no source takes.
    public let leftOut: [LeftOutFile]
    /// What became of rows that somebody put right.
    let corrections: [Corrections.Report]
    let input: String

    /// What was found in each extract, in order.
    public var findings: [Finding] {
        extracts.flatMap(\.findings) + corrections.flatMap(\.findings)
            + leftOut.map { Finding($0.rule, file: $0.file, note: $0.note) }
            + gaps.compactMap(\.finding)
    }

    /// Throws when figures that are to be published contradict each other.
    public func audit(_ tables: [FigureTable]) throws(RunFailure) {
        try SelfAudit(plan: plan, quarter: quarter).check(tables)
    }

    /// The account of each extract, in order.
    public var accounts: [(source: String, file: String, account: RowAccount)] {
        extracts.map { (plan.sources[$0.source].name, $0.file, $0.account) }
    }

    /// For each extract with categories, how many of its rows count in each group that a code belongs to.
    public var acceptedByGroup: [String: [String: Int]] {
        var all: [String: [String: Int]] = [:]
        for (extract, categories) in zip(extracts, acceptedByCategory) {
            guard let classification = plan.sources[extract.source].classification else { continue }
            var groups: [String: Int] = [:]
            for (category, count) in categories {
                let code = classification.codes[category]
                guard let group = code.group else { continue }
                groups[classification.groups[group].name, default: 0] += count
            }
            all[extract.file] = groups
        }
        return all
    }

    /// For each file of corrections, how many rows are resolved, at fault still, and without a row that they could replace.
    public var correctionCounts: [(file: String, resolved: Int, atFault: Int, unused: Int)] {
        corrections.map { ($0.file, $0.resolved, $0.atFault, $0.unused) }
    }

    /// All accounts together.
    public var total: RowAccount { extracts.map(\.account).reduce(RowAccount(), +) }
}
