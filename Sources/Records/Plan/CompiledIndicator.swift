package import Indicators

/// An indicator with the label that tables use unless they have one of their own.
package struct CompiledIndicator: Sendable {
    package let label: String
    /// What a sentence calls it; nil for its label.
    package let phrase: String?
    package let indicator: Indicator

    /// From its parts.
    package init(label: String, phrase: String?, indicator: Indicator) {
        self.label = label
        self.phrase = phrase
        self.indicator = indicator
    }
}
