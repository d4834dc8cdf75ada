import Core
import Indicators
import Lineage
import PipelineEngine
import ReleaseStore
import Releases

/// A figure and where it comes from, for programs.
struct LineageJSON {
    let explanation: FigureExplanation

    private struct Explanation: Encodable {
        let figure: Figure
        let formula: String
        let terms: [Term]
    }

    private struct Figure: Encodable {
        let release, table, section, row, area, measure, period, value, display, unit, status: String
    }

    private struct Term: Encodable {
        let term, period, source, total: String
        let rows, leftOut: [Row]
        let quarantined: [Quarantined]
    }

    private struct Row: Encodable {
        let file, sha256: String
        let line: Int
        let weight: String
        let reason: String?
        let by, correction: Place?
        let period, category, area: String?
        let person: Int?
    }

    private struct Place: Encodable {
        let file: String
        let line: Int?

        init(_ place: LineageRow.Place) { (file, line) = (place.file, place.line) }
    }

    private struct Quarantined: Encodable {
        let file, sha256, reason: String
        let lines: [Int]
    }

    var text: String {
        let (figure, key) = (explanation.figure, explanation.figure.key)
        return JSONText.of(
            Explanation(
                figure: Figure(
                    release: explanation.release.manifest.releaseID, table: key.table, section: key.section,
                    row: key.row, area: key.area, measure: key.measure, period: key.period,
                    value: figure.value, display: figure.display, unit: figure.unit, status: figure.status),
                formula: FormulaText(formula: explanation.lineage.formula, lineage: explanation.lineage).text,
                terms: explanation.lineage.parts.map { part in
                    Term(
                        term: part.term.rawValue, period: part.period, source: part.source,
                        total: part.total?.sixPlaces ?? "", rows: part.rows.map(Self.row),
                        leftOut: part.leftOut.map(Self.row),
                        quarantined: part.quarantined.map {
                            Quarantined(
                                file: $0.file, sha256: $0.sha256, reason: $0.reason.rawValue, lines: $0.lines)
                        })
                }))
    }

    private static func row(_ row: LineageRow) -> Row {
        var (reason, by): (String?, LineageRow.Place?) = (nil, nil)
        if case .leftOut(let why, let other) = row.standing { (reason, by) = (why.rawValue, other) }
        return Row(
            file: row.file, sha256: row.sha256, line: row.line, weight: row.weight.sixPlaces, reason: reason,
            by: by.map { Place($0) }, correction: row.correction.map { Place($0) },
            period: row.month.map { "\($0)" }, category: row.category, area: row.area, person: row.person)
    }
}
