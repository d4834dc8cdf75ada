/// A finding in the input: where, what, and the value unless the source is sensitive.
public struct Finding: Hashable, Sendable {
    /// The rule that it breaks.
    public let rule: FindingRule
    /// The extract, relative to the landing folder.
    public let file: String
    /// Physical line, from 1, on which the row starts; nil when the finding is about the whole file.
    public let line: Int?
    /// The schema's name of the column; nil when it is about the whole row.
    public let column: String?
    /// The value as it stands in the file; nil for sensitive sources and for rows without a single culprit.
    public let value: String?
    /// The nearest valid names, the likeliest first, at most three.
    public let suggestions: [String]

    /// The likeliest of the suggestions.
    public var suggestion: String? { suggestions.first }
    /// What there is to say beyond the rule's explanation, for people; never a value of a sensitive source.
    public let note: String?
    /// What is wrong, in the words of the schema's check that fails; nil where the rule's own words do.
    public let detail: String?
    /// What it does to its row and its extract.
    public let severity: FindingSeverity

    /// A finding with its evidence. Its severity is the rule's usual one when none is given.
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

    /// The finding at the place where it can be corrected: in another file.
    public func standing(in file: String, line: Int) -> Finding {
        Finding(
            rule, file: file, line: line, column: column, value: value, suggestions: suggestions, detail: detail,
            note: note, severity: severity)
    }

    /// What is wrong, for people.
    public var explanation: String { detail ?? rule.explanation }

    /// The finding so many lines further down.
    public func moved(by lines: Int) -> Finding {
        Finding(
            rule, file: file, line: line.map { $0 + lines }, column: column, value: value, suggestions: suggestions,
            detail: detail, note: note, severity: severity)
    }
}

extension Finding: CustomStringConvertible {
    /// `crime/x.csv:12: lsoa: 'X01': not the form …; did you mean 'Y'?`
    public var description: String { description(remedy: nil) }

    /// The same with what to do about it, which suggests a value in place of the question.
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

    /// `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`.
    private var question: String? {
        let names = suggestions.map { "'\($0)'" }
        guard let last = names.last else { return nil }
        return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " or " + last
    }
}
