/// Short words in place of reason codes, for readers who do not know the codes. The notes explain what they mean.
package enum ReasonWords {
    /// Returns the words for a code. If the code has none, its hyphens become spaces: `unknown-area` becomes
    /// `unknown area`.
    package static func words(_ code: String) -> String {
        known[code] ?? code.split(separator: "-").joined(separator: " ")
    }

    private static let known = [
        "field-count": "wrong number of fields", "malformed-quoting": "stray quote",
        "missing-required": "value missing", "invalid-boolean": "neither yes nor no",
        "pattern-mismatch": "not in the expected form", "not-in-enumeration": "not an allowed value",
        "nul-byte": "damaged character",
        "required-beside-other": "value missing beside another", "not-unique": "not unique",
        "outside-file-period": "outside the period of the file",
        "below-minimum": "too small", "above-maximum": "too large", "wrong-length": "too short or too long",
        "unknown-category": "unknown code", "area-missing": "no area", "unknown-indicator": "unknown return",
        "out-of-order": "dates in the wrong order", "value-missing": "neither value nor reason",
        "value-and-reason": "both value and reason", "outside-area": "another area", "no-location": "no place",
        "category-out-of-scope": "another category", "blank-line": "blank lines", "title-line": "title lines",
        "totals-row": "totals", "repeated-header": "repeated headers",
        "footer-line": "footers",
    ]
}
