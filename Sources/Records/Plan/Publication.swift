package import Core
package import Formats

/// How releases of a pipeline are presented, every name of it resolved.
package struct Publication: Sendable {
    /// What a partner has to say of an indicator in a quarter.
    package struct Comment: Sendable {
        package let indicator, partner, text: String

        /// From its parts.
        package init(indicator: String, partner: String, text: String) {
            self.indicator = indicator
            self.partner = partner
            self.text = text
        }
    }

    package var howToRead: [String] = []
    /// The table of indicators that the summary in words is made of.
    package var summaryTable: String?
    package var comments: [FinancialQuarter: [Comment]] = [:]
    /// The formats that it names, beside those that every release has.
    package var formats: [any AppendixFormat] = []

    /// From its parts.
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
