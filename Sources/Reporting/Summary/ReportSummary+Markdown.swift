extension ReportSummary {
    /// The summary as Markdown: one heading for each objective, one bullet point for each indicator, and one quotation
    /// for each comment.
    public var markdown: String {
        var blocks = ["# " + Self.escaped(title), Self.escaped(opening)]
        for section in sections {
            blocks.append("## " + Self.escaped(section.title))
            if !section.lead.isEmpty { blocks.append(Self.escaped(section.lead)) }
            blocks.append(section.points.map { "- " + Self.escaped($0) }.joined(separator: "\n"))
            blocks += section.comments.map { comment in
                "> \(Self.escaped(comment.partner)), on \(Self.escaped(comment.phrase)): \(Self.escaped(comment.text))"
            }
        }
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// Returns the text for Markdown. Special characters get a backslash. Line breaks become spaces, because they would
    /// end a bullet point.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if special.contains(character) { escaped.append("\\") }
            escaped.append(character.isNewline ? " " : character)
        }
        return escaped
    }

    private static let special: Set<Character> = ["\\", "*", "_", "`", "[", "]", "<", ">", "#", "|"]
}
