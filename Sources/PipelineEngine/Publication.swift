import PipelineDefinition
import Tabular

/// How releases of a pipeline are presented, every name of it resolved.
struct Publication: Sendable {
    /// What a partner has to say of an indicator in a quarter.
    struct Comment: Sendable {
        let indicator, partner, text: String
    }

    var howToRead: [String] = []
    /// The table of indicators that the summary in words is made of.
    var summaryTable: String?
    var comments: [FinancialQuarter: [Comment]] = [:]
    var formats: [AppendixFormat] = [.xlsx]
}
