/// How the letters of a column's values are read.
public enum LetterCase: String, CaseIterable, Sendable {
    /// Small letters are read as capitals, so that `y` and `Y` are one value.
    case upper
}

extension SchemaField {
    /// Returns the value that a text in a file stands for, in the schema's letter case and after the definition's
    /// mappings. Validation and normalisation both use this value, so that they cannot disagree.
    public func value(of text: String) -> String {
        guard isTranslated else { return text }
        let folded = folded(text)
        return labels[folded] ?? folded
    }

    /// Returns the text in the letter case of the schema.
    public func folded(_ text: String) -> String {
        // Most values are capitals and digits already.
        let isFolded = text.utf8.allSatisfy { $0 < 0x80 && !(97...122).contains($0) }
        return letters == .upper && !isFolded ? text.uppercased() : text
    }

    /// Whether a value may differ from the text that stands for it.
    public var isTranslated: Bool { letters != nil || !labels.isEmpty }
}

extension FieldRole {
    /// The columns of treatment episodes with labels that a definition can map.
    public static let mappedInEpisodes: Set<FieldRole> = [
        .attributor, .consent, .localAuthority, .dischargeReason, .drug,
    ]
}
