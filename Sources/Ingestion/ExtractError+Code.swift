extension ExtractError {
    /// A stable kebab-case name of the reason, for programs.
    public var code: String {
        switch self {
        case .unreadable: "unreadable"
        case .notAFile: "not-a-file"
        case .empty: "empty-file"
        case .onlyHeader: "only-header"
        case .missingColumns: "missing-column"
        case .ambiguousColumn: "ambiguous-column"
        case .malformedHeader: "malformed-header"
        case .notText: "not-text"
        case .notDecodable: "not-decodable"
        case .truncated: "truncated"
        case .recordTooLong: "record-too-long"
        case .tooManyDistinctValues: "too-many-distinct-values"
        case .tooManyIdentifiers: "too-many-identifiers"
        case .changedWhileRead: "changed-while-read"
        case .tooManyFaults: "too-many-faults"
        case .severalSources: "several-sources"
        case .namedBySeveralSources: "named-by-several-sources"
        case .otherDelimiter: "other-delimiter"
        case .otherColumns: "other-columns"
        case .ambiguousFormat: "ambiguous-format"
        case .malformedUTF16: "malformed-utf-16"
        case .tooLongForUTF16: "too-long-for-utf-16"
        case .endsInNULs: "ends-in-nuls"
        case .unreadableCorrection: "unreadable-correction"
        case .unreadableDelivery: "unreadable-delivery"
        case .correctionFile: "correction-file"
        case .correctionsTooLong: "corrections-too-long"
        case .unknownOrder: "unknown-order"
        case .unusableName(_, .notUTF8): "name-not-utf-8"
        case .unusableName(_, .controlCharacter): "name-with-control-character"
        case .unusableLink(_, .leadsOut): "link-leads-out"
        case .unusableLink(_, .leadsBack): "link-leads-back"
        case .unreadableContainer(_, let code, _): code
        case .damagedSibling: "damaged-extract"
        }
    }

    /// The line at the start of the description, and the description without its file and line.
    public var placed: (line: Int?, message: String) {
        var rest = description.dropFirst(file.count)
        guard description.hasPrefix(file), rest.first == ":" else { return (nil, description) }
        rest = rest.dropFirst()
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty, rest.dropFirst(digits.count).first == ":" else {
            return (nil, String(rest.drop { $0 == " " }))
        }
        return (Int(digits), String(rest.dropFirst(digits.count + 1).drop { $0 == " " }))
    }
}
