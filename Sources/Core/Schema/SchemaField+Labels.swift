/// How the letters of a column's values are read.
public enum LetterCase: String, CaseIterable, Sendable {
    /// Small letters are read as capitals, so that `y` and `Y` are one value.
    case upper
}

extension SchemaField {
    /// The value that a text of a file stands for: in the letter case of the schema, and by the definition's
    /// mappings. Validation and normalisation both look at this value, so that they cannot disagree.
    public func value(of text: String) -> String {
        guard isTranslated else { return text }
        let folded = folded(text)
        return labels[folded] ?? folded
    }

    /// The text in the letter case of the schema.
    public func folded(_ text: String) -> String {
        // Most values are capitals and digits already.
        let isFolded = text.utf8.allSatisfy { $0 < 0x80 && !(97...122).contains($0) }
        return letters == .upper && !isFolded ? text.uppercased() : text
    }

    /// Whether a value may differ from the text that stands for it.
    public var isTranslated: Bool { letters != nil || !labels.isEmpty }
}

extension FieldRole {
    /// The columns of treatment episodes whose labels a definition can map.
    public static let mappedInEpisodes: Set<FieldRole> = [
        .attributor, .consent, .localAuthority, .dischargeReason, .drug,
    ]
}
