/// A table of the page of codes.
struct CodesTable {
    let title, lead: String
    let headings: [String]
    /// One row for each code, with the code and its explanation.
    let rows: [[String]]

    /// The table in Markdown; equal rows are listed once.
    var text: String {
        var seen: Set<[String]> = []
        let lines = rows.filter { seen.insert($0).inserted }.map { row in
            let code = row[0].isEmpty ? "" : "`\(row[0])`"
            return "| " + ([code] + row.dropFirst().map(Self.cell)).joined(separator: " | ") + " |\n"
        }
        return "## \(title)\n\n\(lead)\n\n| " + headings.joined(separator: " | ") + " |\n"
            + "|" + String(repeating: " --- |", count: headings.count) + "\n" + lines.joined()
    }

    /// Returns a cell's text on one line, with Markdown's special characters escaped.
    private static func cell(_ text: String) -> String {
        let lines = text.replacing(":\n", with: ": ").split(separator: "\n").map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return lines.joined(separator: "; ").map { character in
            "|[]<>*_".contains(character) ? "\\\(character)" : "\(character)"
        }.joined()
    }
}
