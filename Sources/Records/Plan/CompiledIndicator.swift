package import Indicators

/// An indicator with the label that tables use if they have no label of their own for it.
package struct CompiledIndicator: Sendable {
    package let label: String
    /// The indicator's name in sentences; nil if this is its label.
    package let phrase: String?
    package let indicator: Indicator

    /// Creates an indicator from its parts.
    package init(label: String, phrase: String?, indicator: Indicator) {
        self.label = label
        self.phrase = phrase
        self.indicator = indicator
    }
}
