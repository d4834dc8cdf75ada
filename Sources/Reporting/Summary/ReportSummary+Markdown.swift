extension ReportSummary {
    /// The summary as Markdown: a heading an objective, a point an indicator, a quotation a comment.
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

    /// The characters that Markdown would take for its own get a backslash; line breaks would end a point.
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
