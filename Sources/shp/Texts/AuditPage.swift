import Audit
import Mustache

/// An audit as a page: every table with its figures marked as checked, wrong or unchecked, then the findings. Signs
/// repeat what the colours say. The template reads the stored properties by their names.
struct AuditPage {
    /// A table of the audit.
    struct Table {
        let name, coverage: String
        let headings: [String]
        let rows: [Row]
    }

    /// A row of a table.
    struct Row {
        let cells: [Cell]
    }

    /// A cell as it is printed. A checked cell has the names of its checks; a wrong cell has links to its findings.
    struct Cell {
        let text: String
        var cellClass: String?
        var checks: String?
        var links: [Finding] = []
    }

    /// A finding by its number from 1, with its words at this place of the page.
    struct Finding {
        let number: Int
        let words: String
    }

    let title, css, summary: String
    let tables: [Table]
    let findings: [Finding]
    let hasFindings: Bool

    /// Creates the page of an audit.
    init(report: AuditReport) {
        let texts = AuditText(report: report)
        title = "Audit of \(report.tables.count == 1 ? report.tables[0].name : "\(report.tables.count) tables")"
        // The style sheet without its last line break.
        css = String(decoding: PackageResources.audit_css.dropLast(), as: UTF8.self)
        summary = texts.summary
        let marks = Self.marks(of: report)
        tables = report.tables.indices.map { Table(report, $0, marks) }
        findings = report.findings.enumerated().map { index, finding in
            let words = "\(finding.severity.rawValue), \(finding.rule.rawValue): \(texts.sentence(for: finding))"
            return Finding(number: index + 1, words: words)
        }
        hasFindings = !findings.isEmpty
    }

    /// Returns the numbers of the errors and warnings of each cell that has any.
    private static func marks(of report: AuditReport) -> [CellPlace: [Int]] {
        var marks: [CellPlace: [Int]] = [:]
        for (index, finding) in report.findings.enumerated() where finding.severity != .note {
            for cell in finding.cells { marks[cell.place, default: []].append(index + 1) }
        }
        return marks
    }

    /// The page as HTML, ending with a line break.
    var html: String {
        get throws {
            MustacheContentTypes.register(XMLEscaping(), named: "XML")
            return try MustacheTemplate(string: String(decoding: PackageResources.audit_mustache, as: UTF8.self))
                .render(self)
        }
    }
}

extension AuditPage.Table {
    fileprivate init(_ report: AuditReport, _ index: Int, _ marks: [CellPlace: [Int]]) {
        let table = report.tables[index]
        let first = report.names[index].labels.keys.min() ?? 1
        let width = table.cells.map(\.count).max() ?? 0
        name = table.name
        coverage = AuditText.coverage(report, index)
        headings = (0..<width).map { report.names[index].headings[$0] ?? "" }
        rows = (min(first, table.cells.count)..<table.cells.count).map { row in
            AuditPage.Row(
                cells: (0..<width).map { column in
                    AuditPage.Cell(report, CellPlace(table: index, row: row, column: column), marks)
                })
        }
    }
}

extension AuditPage.Cell {
    fileprivate init(_ report: AuditReport, _ place: CellPlace, _ marks: [CellPlace: [Int]]) {
        let printed = report.tables[place.table].text(row: place.row, column: place.column)
        let kinds = report.coverage[place.table].kinds(at: place)
        if let findings = marks[place] {
            let links = findings.map { AuditPage.Finding(number: $0, words: "✗\u{A0}\($0)") }
            self.init(text: printed, cellClass: "wrong", links: links)
        } else if let kinds, !kinds.isEmpty {
            self.init(text: printed, checks: kinds.joined(separator: ", "))
        } else if kinds != nil {
            self.init(text: printed + "\u{A0}?", cellClass: "unchecked")
        } else {
            self.init(text: printed, cellClass: "words")
        }
    }
}
