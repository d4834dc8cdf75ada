import Tabular

/// The whole value must match a pattern.
struct PatternCheck: ValueCheck {
    /// The quick form, for patterns that have one.
    let fixed: FixedPattern?
    private let expression: UncheckedRegex?

    /// Nil when the pattern is not a regular expression.
    init?(_ pattern: String) {
        fixed = FixedPattern(pattern)
        if fixed == nil {
            guard let regex = try? Regex(pattern) else { return nil }
            expression = UncheckedRegex(regex: regex)
        } else {
            expression = nil
        }
    }

    func fault(in value: String) -> FindingRule? {
        if let fixed {
            var value = value
            return value.withUTF8 { fixed.matches(UnsafeRawBufferPointer($0)) } ? nil : .patternMismatch
        }
        guard let expression else { return nil }
        return (try? expression.regex.wholeMatch(in: value)) != nil ? nil : .patternMismatch
    }
}

/// `Regex` has no `Sendable` conformance; this one is compiled once and only ever matched with.
private struct UncheckedRegex: @unchecked Sendable {
    let regex: Regex<AnyRegexOutput>
}
