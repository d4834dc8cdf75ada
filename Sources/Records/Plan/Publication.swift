package import Core
package import Formats

/// The presentation of a pipeline's releases, with every name resolved.
package struct Publication: Sendable {
    /// A partner's comment on an indicator in a quarter.
    package struct Comment: Sendable {
        package let indicator, partner, text: String

        /// Creates a comment from its parts.
        package init(indicator: String, partner: String, text: String) {
            self.indicator = indicator
            self.partner = partner
            self.text = text
        }
    }

    package var howToRead: [String] = []
    /// The table of indicators from which the summary in words is written.
    package var summaryTable: String?
    package var comments: [FinancialQuarter: [Comment]] = [:]
    /// The formats that the definition names, in addition to those of every release.
    package var formats: [any AppendixFormat] = []

    /// Creates a publication from its parts.
    package init(
        howToRead: [String] = [], summaryTable: String? = nil, comments: [FinancialQuarter: [Comment]] = [:],
        formats: [any AppendixFormat] = []
    ) {
        self.howToRead = howToRead
        self.summaryTable = summaryTable
        self.comments = comments
        self.formats = formats
    }
}
