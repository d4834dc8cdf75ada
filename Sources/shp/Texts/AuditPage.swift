import Audit
import Core

/// An audit as a page: every table with its figures checked, wrong or unchecked, and the findings under it. Signs say what
/// colours say.
struct AuditPage {
    let report: AuditReport

    var html: String {
        let cells = marks
        let title = "Audit of \(report.tables.count == 1 ? report.tables[0].name : "\(report.tables.count) tables")"
        return """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>\(XMLText.escaped(title))</title>
            <style>\(Self.style)</style></head>
            <body><main><h1>\(XMLText.escaped(title))</h1>
            <p>\(XMLText.escaped(AuditText(report: report).summary))</p>
            <p>A figure that was checked against others is plain; <span class="unchecked">one that was not has a ?</span>;
            <span class="wrong">one that is wrong, or may be, has a ✗ and the number of its finding.</span></p>
            \(report.tables.indices.map { table($0, cells) }.joined(separator: "\n"))
            \(findings)
            </main></body></html>

            """
    }

    /// For each cell of an error or a warning the numbers of its findings.
    private var marks: [CellPlace: [Int]] {
        var marks: [CellPlace: [Int]] = [:]
        for (index, finding) in report.findings.enumerated() where finding.severity != .note {
            for cell in finding.cells { marks[cell.place, default: []].append(index + 1) }
        }
        return marks
    }

    private func table(_ index: Int, _ marks: [CellPlace: [Int]]) -> String {
        let table = report.tables[index]
        let first = report.names[index].labels.keys.min() ?? 1
        let width = table.cells.map(\.count).max() ?? 0
        let headings = (0..<width).map {
            "<th scope=\"col\">\(XMLText.escaped(report.names[index].headings[$0] ?? ""))</th>"
        }
        let rows = (min(first, table.cells.count)..<table.cells.count).map { row in
            "<tr>" + (0..<width).map { cell(CellPlace(table: index, row: row, column: $0), marks) }.joined() + "</tr>"
        }
        return """
            <section><h2>\(XMLText.escaped(table.name))</h2><p>\(XMLText.escaped(AuditText.coverage(report, index)))</p>
            <div class="wide" tabindex="0"><table><thead><tr>\(headings.joined())</tr></thead>
            <tbody>\(rows.joined(separator: "\n"))</tbody></table></div></section>
            """
    }

    private func cell(_ place: CellPlace, _ marks: [CellPlace: [Int]]) -> String {
        let text = XMLText.escaped(report.tables[place.table].text(row: place.row, column: place.column))
        if let findings = marks[place] {
            let numbers = findings.map { "<a href=\"#f\($0)\">✗\u{A0}\($0)</a>" }.joined(separator: " ")
            return "<td class=\"wrong\">\(text) \(numbers)</td>"
        }
        guard let kinds = report.coverage[place.table].kinds(at: place) else {
            return "<td class=\"words\">\(text)</td>"
        }
        if kinds.isEmpty { return "<td class=\"unchecked\">\(text)\u{A0}?</td>" }
        return "<td title=\"\(XMLText.escaped(kinds.joined(separator: ", ")))\">\(text)</td>"
    }

    private var findings: String {
        let items = report.findings.enumerated().map { index, finding in
            "<li id=\"f\(index + 1)\" value=\"\(index + 1)\">"
                + XMLText.escaped("\(finding.severity.rawValue), \(finding.rule.rawValue): ")
                + XMLText.escaped(AuditText(report: report).sentence(for: finding)) + "</li>"
        }
        return "<section><h2>Findings</h2>"
            + (items.isEmpty ? "<p>Nothing was found.</p>" : "<ol>\(items.joined(separator: "\n"))</ol>") + "</section>"
    }

    private static let style = """
        body{font-family:Arial,sans-serif;line-height:1.4;color:#1a1a1a;background:#fff;margin:1rem}
        .wide{overflow-x:auto}table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.2rem .4rem;text-align:right}
        th,.words{text-align:left}.unchecked{background:#f2f2f2;color:#4d4d4d}.wrong{background:#fde2e0;font-weight:bold}
        a{color:#7a0c00}
        """
}
