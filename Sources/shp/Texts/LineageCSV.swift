import CSV
import Core
import Lineage

/// The rows of a figure for spreadsheets, one record for each row of each number in the formula.
struct LineageCSV {
    let lineage: FigureLineage

    var text: String {
        TextCSV.text(
            header: [
                "term", "file", "sha256", "line", "weight", "standing", "reason", "by-file", "by-line", "period",
                "category", "area", "person", "correction-file", "correction-line",
            ],
            records: lineage.parts.flatMap { part in
                (part.rows + part.leftOut).map { Self.record($0, of: part) }
                    + part.quarantined.flatMap { Self.records($0, of: part) }
            })
    }

    private static func record(_ row: LineageRow, of part: FigureLineage.Part) -> [String] {
        var (standing, reason, by) = ("counted", "", LineageRow.Place?.none)
        if case .leftOut(let why, let other) = row.standing {
            (standing, reason, by) = ("left-out", why.rawValue, other)
        }
        let month = row.month.map { "\($0)" } ?? (part.isSensitive ? "" : part.period)
        return [
            part.term.rawValue, row.file, row.sha256, String(row.line), row.weight.sixPlaces, standing, reason,
            by?.file ?? "", by?.line.map(String.init) ?? "", month, row.category ?? "", row.area ?? "",
            row.person.map(String.init) ?? "", row.correction?.file ?? "",
            row.correction?.line.map(String.init) ?? "",
        ]
    }

    private static func records(
        _ quarantined: FigureLineage.QuarantinedLines, of part: FigureLineage.Part
    ) -> [[String]] {
        quarantined.lines.map { line in
            [
                part.term.rawValue, quarantined.file, quarantined.sha256, String(line), "0", "quarantined",
                quarantined.reason.rawValue,
            ] + Array(repeating: "", count: 8)
        }
    }
}
