import Core

/// Requires the whole value to match a pattern.
struct PatternCheck: ValueCheck {
    /// The pattern in a quick form, for patterns that have one.
    let fixed: FixedPattern?
    /// The pattern, when it has no quick form.
    private let pattern: LinearPattern?

    /// Returns nil when the text is not a regular expression that can be matched in linear time.
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
