import Indicators

/// An indicator with the label that tables use unless they have one of their own.
struct CompiledIndicator: Sendable {
    let label: String
    /// What a sentence calls it; nil for its label.
    let phrase: String?
    let indicator: Indicator
}
