/// A summary on a page.
package struct PageSummary {
    package struct Section {
        package let sectionTitle: String
        /// The leading sentence; nil when too little is known about the section as a whole.
        package var lead: String?
        package var points: [String] = []
        package var quotations: [String] = []
    }

    package let opening: String
    package let sections: [Section]
}

extension PageSummary {
    /// Reads a summary from the Markdown that this program writes; nil for any other text. Pages can therefore show a
    /// release's summary, whichever version of the program wrote it.
    package init?(markdown: String) {
        var sections: [Section] = []
        var opening: String?
        for line in markdown.split(separator: "\n").dropFirst() {
            if let title = Self.text(line, after: "## ") {
                sections.append(Section(sectionTitle: title))
            } else if sections.isEmpty {
                opening = opening ?? Self.unescaped(line)
            } else if let point = Self.text(line, after: "- ") {
                sections[sections.count - 1].points.append(point)
            } else if let quotation = Self.text(line, after: "> ") {
                sections[sections.count - 1].quotations.append(quotation)
            } else {
                sections[sections.count - 1].lead = Self.unescaped(line)
            }
        }
        guard markdown.hasPrefix("# "), let opening else { return nil }
        self.init(opening: opening, sections: sections)
    }

    private static func text(_ line: Substring, after mark: String) -> String? {
        line.hasPrefix(mark) ? unescaped(line.dropFirst(mark.count)) : nil
    }

    private static func unescaped(_ line: Substring) -> String {
        var text = ""
        var isEscaped = false
        for character in line {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                text.append(character)
                isEscaped = false
            }
        }
        return text
    }
}
