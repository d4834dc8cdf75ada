extension SchemaField {
    /// The text as a plain number: without thousands separators and a percent sign where the schema allows them, and a
    /// whole number without decimals that are zero: `3.0` is what software writes that knows no whole numbers. A text that
    /// is no number stays none.
    public func plainNumber(_ text: String) -> String {
        let isShare = allowsPercentSign && text.hasSuffix("%")
        let plain = WholeNumber.ungrouped(isShare ? String(text.dropLast()) : text, separator: groupSeparator)
        // Where '.' sets thousands apart it stands before no decimals.
        if case .integer = type, groupSeparator != "." { return WholeNumber.withoutZeroDecimals(plain) }
        return plain
    }
}
