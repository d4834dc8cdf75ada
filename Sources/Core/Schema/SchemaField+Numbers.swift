extension SchemaField {
    /// Returns the text as a plain number. Thousands separators and a percent sign are removed where the schema allows
    /// them. In a column of whole numbers, zero decimals are removed too: software without a whole-number type writes
    /// `3.0`. A text that is not a number does not become one.
    public func plainNumber(_ text: String) -> String {
        let isShare = allowsPercentSign && text.hasSuffix("%")
        let plain = WholeNumber.ungrouped(isShare ? String(text.dropLast()) : text, separator: groupSeparator)
        // Where '.' separates thousands, it cannot also be the decimal point.
        if case .integer = type, groupSeparator != "." { return WholeNumber.withoutZeroDecimals(plain) }
        return plain
    }
}
