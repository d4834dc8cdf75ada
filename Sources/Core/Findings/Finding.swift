/// A finding in the input: its place, its rule, and the value unless the source is sensitive.
public struct Finding: Hashable, Sendable {
    /// The rule that is broken.
    public let rule: FindingRule
    /// The extract, relative to the landing folder.
    public let file: String
    /// The physical line on which the row starts, counted from 1; nil when the finding is about the whole file.
    public let line: Int?
    /// The schema's name for the column; nil when the finding is about the whole row.
    public let column: String?
    /// The value as written in the file; nil for sensitive sources, and when no single value is at fault.
    public let value: String?
    /// The nearest valid names, the likeliest first, at most three.
    public let suggestions: [String]

    /// The likeliest of the suggestions.
    public var suggestion: String? { suggestions.first }
    /// A note for people, in addition to the rule's explanation. It never contains a value of a sensitive source.
    public let note: String?
    /// What is wrong, in the words of the failed schema check; nil where the rule's own words are enough.
    public let detail: String?
    /// What the finding does to the row and the extract.
    public let severity: FindingSeverity

    /// Creates a finding with its evidence. When no severity is given, the rule's usual one applies.
    public init(
        _ rule: FindingRule, file: String, line: Int? = nil, column: String? = nil, value: String? = nil,
        suggestions: [String] = [], detail: String? = nil, note: String? = nil, severity: FindingSeverity? = nil
    ) {
        self.rule = rule
        self.file = file
        self.line = line
        self.column = column
        self.value = value
        self.suggestions = suggestions
        self.note = note
        self.detail = detail
        self.severity = severity ?? (rule.quarantines ? .quarantine : .note)
    }

    /// Returns the finding moved to the place in another file where the row can be corrected.
    public func standing(in file: String, line: Int) -> Finding {
        Finding(
            rule, file: file, line: line, column: column, value: value, suggestions: suggestions, detail: detail,
            note: note, severity: severity)
    }

    /// What is wrong, for people.
    public var explanation: String { detail ?? rule.explanation }

    /// Returns the finding with its line moved down by `lines`.
    public func moved(by lines: Int) -> Finding {
        Finding(
            rule, file: file, line: line.map { $0 + lines }, column: column, value: value, suggestions: suggestions,
            detail: detail, note: note, severity: severity)
    }
}

extension Finding: CustomStringConvertible {
    /// `crime/x.csv:12: lsoa: 'X01': not the form …; did you mean 'Y'?`
    public var description: String { description(remedy: nil) }

    /// Returns the description with the remedy added. A remedy replaces the question about the suggestions.
    public func description(remedy: String?) -> String {
        var text = file
        if let line { text += ":\(line)" }
        text += ": "
        if let column { text += "\(VisibleText.of(column)): " }
        if let value { text += "'\(VisibleText.of(value))': " }
        text += explanation
        if remedy == nil, let question { text += "; did you mean \(question)?" }
        if let note { text += ": \(note)" }
        if let remedy { text += "; \(VisibleText.of(remedy))" }
        return text + " [\(rule.rawValue)]"
    }

    /// The suggestions as `'a'`, `'a' or 'b'`, or `'a', 'b' or 'c'`.
    private var question: String? {
        let names = suggestions.map { "'\($0)'" }
        guard let last = names.last else { return nil }
        return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " or " + last
    }
}
