import Core

/// The whole value must match a pattern.
struct PatternCheck: ValueCheck {
    /// The quick form, for patterns that have one.
    let fixed: FixedPattern?
    /// Every other pattern.
    private let pattern: LinearPattern?

    /// Nil when the pattern is not a regular expression that is matched in linear time.
    init?(_ text: String) {
        fixed = FixedPattern(text)
        pattern = fixed == nil ? LinearPattern(text) : nil
        if fixed == nil, pattern == nil { return nil }
    }

    func fault(in value: String) -> FindingRule? {
        if let fixed {
            var value = value
            return value.withUTF8 { unsafe fixed.matches(UnsafeRawBufferPointer($0)) } ? nil : .patternMismatch
        }
        guard let pattern else { return nil }
        return pattern.matches(value) ? nil : .patternMismatch
    }
}
