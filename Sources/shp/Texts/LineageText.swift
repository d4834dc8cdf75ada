import Core
import Indicators
import Lineage
import PipelineEngine
import ReleaseStore

/// Where a figure comes from, for people.
struct LineageText {
    let explanation: FigureExplanation
    /// The greatest number of rows to show of each kind.
    let maxRows: Int

    /// The whole text. Throws an `ExtractError` when an extract has changed since it was read.
    var text: String {
        get throws {
            let lineage = explanation.lineage
            let head = PublishedFigureText(figure: explanation.figure, release: explanation.release)
            var lines = [head.heading, head.place]
            let others = explanation.alsoIn.map(\.table)
            if !others.isEmpty { lines.append("The same figure is also in: " + others.joined(separator: ", ")) }
            lines += ["", "Formula"]
            lines += Self.indented(
                FormulaText(formula: lineage.formula, lineage: lineage).text.split(separator: "\n").map { String($0) })
            if lineage.keepsBack {
                lines += [
                    "",
                    "Its rows are not shown, because they would reveal other numbers of their source that the release withholds.",
                ]
            }
            var listed: [FigureLineage.QuarantinedLines] = []
            for part in lineage.parts {
                lines += try text(of: part)
                // Parts of one period share their quarantined rows, which are printed once.
                if !part.quarantined.isEmpty, part.quarantined != listed { lines += quarantined(part) }
                listed = part.quarantined
            }
            return lines.joined(separator: "\n")
        }
    }

    private func text(of part: FigureLineage.Part) throws -> [String] {
        let title = lineageHasOnePart ? "Counts" : "Counts of the \(part.term.words)"
        let number = part.missing.map { "not available (\($0.code))" } ?? FormulaText.number(part.total)
        var lines = ["", "\(title): \(number) from \(part.sourceTitle), \(part.months.words)"]
        lines += Self.indented(counts(part))
        let extracts = Self.grouped(part.rows) { $0.file }
        if !extracts.isEmpty {
            lines.append("Extracts")
            lines += Self.indented(
                extracts.map { file, rows in
                    "\(file)  \(FormulaText.count(rows.count, "row"))  SHA-256 \(rows[0].sha256)"
                })
            lines += try rows(part)
        }
        if !part.leftOut.isEmpty {
            lines.append("Left out")
            lines += Self.indented(leftOut(part))
        }
        return lines
    }

    private func quarantined(_ part: FigureLineage.Part) -> [String] {
        var files: [String] = []
        for found in part.quarantined where !files.contains(found.file) { files.append(found.file) }
        let lines = files.map { file in
            let reasons = part.quarantined.filter { $0.file == file }.map { found in
                "\(found.reason.rawValue) \(found.lines.count) (\(self.lines(of: found.lines)))"
            }
            return file + ": " + reasons.joined(separator: ", ")
        }
        return ["In quarantine: rows of these extracts that may belong to the period, in any area"]
            + Self.indented(lines)
    }

    private var lineageHasOnePart: Bool { explanation.lineage.parts.count == 1 }

    // MARK: Counts

    private func counts(_ part: FigureLineage.Part) -> [String] {
        let byMonth = Self.grouped(part.rows.filter { $0.month != nil }) { $0.month.map { "\($0)" } ?? "" }
        let byArea = Self.grouped(part.rows) { $0.area ?? "" }
        let byCategory = Self.grouped(part.rows) { $0.category ?? "" }
        var lines: [String] = []
        if byMonth.count > 1 { lines.append("by month: " + Self.sums(byMonth)) }
        if byArea.count > 1 { lines.append("by area: " + Self.sums(byArea)) }
        if byCategory.count > 1 { lines.append("by category: " + Self.sums(byCategory)) }
        return lines
    }

    private static func sums(_ groups: [(name: String, rows: [LineageRow])]) -> String {
        groups.sorted { $0.name < $1.name }.map { name, rows in
            name + " " + FormulaText.number(try? Rational.sum(rows.lazy.map(\.weight)))
        }.joined(separator: ", ")
    }

    /// Returns the rows grouped by name, in the order in which the names first occur.
    private static func grouped(
        _ rows: [LineageRow], by name: (LineageRow) -> String
    ) -> [(name: String, rows: [LineageRow])] {
        var order: [String] = []
        var groups: [String: [LineageRow]] = [:]
        for row in rows {
            let name = name(row)
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(row)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    // MARK: Rows

    private func rows(_ part: FigureLineage.Part) throws -> [String] {
        let shown = Array(part.rows.prefix(maxRows))
        let all = FormulaText.count(part.rows.count, "row")
        let title =
            shown.count < part.rows.count ? "Rows: the first \(shown.count) of \(all); --format csv has all" : "Rows"
        let contents = try explanation.tracer.contents(of: shown)
        return [title]
            + Self.indented(
                zip(shown, contents).map { row, content in
                    var text = "\(row.file):\(row.line)"
                    if row.weight != Rational(1), row.person == nil { text += "  \(FormulaText.number(row.weight))" }
                    if let person = row.person { text += "  person \(person)" }
                    if let correction = row.correction { text += "  as corrected in \(Self.place(correction))" }
                    return text + (content.map { "  " + $0 } ?? "")
                })
    }

    private func leftOut(_ part: FigureLineage.Part) -> [String] {
        Self.grouped(part.leftOut) { row in
            if case .leftOut(let why, _) = row.standing { why.words } else { "" }
        }.flatMap { words, rows in
            let shown = rows.prefix(maxRows).map { row in
                guard case .leftOut(_, let by?) = row.standing else { return "  \(row.file):\(row.line)" }
                return "  \(row.file):\(row.line), for \(Self.place(by))"
            }
            let more = rows.count - shown.count
            return ["\(FormulaText.count(rows.count, "row")) \(words)"] + shown
                + (more > 0 ? ["  and \(more) more"] : [])
        }
    }

    private static func place(_ place: LineageRow.Place) -> String {
        place.line.map { "\(place.file):\($0)" } ?? place.file
    }

    private func lines(of lines: [Int]) -> String {
        let shown = lines.prefix(maxRows).map(String.init).joined(separator: ", ")
        let word = lines.count == 1 ? "line" : "lines"
        return shown.isEmpty ? "" : "\(word) \(shown)" + (lines.count > maxRows ? ", …" : "")
    }

    private static func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }
}

extension FigureLineage.Term {
    /// The term's name for readers.
    fileprivate var words: String {
        switch self {
        case .value: "value"
        case .now: "quarter"
        case .before: "year before"
        case .numerator: "numerator"
        case .denominator: "denominator"
        case .nowNumerator: "quarter's numerator"
        case .nowDenominator: "quarter's denominator"
        case .beforeNumerator: "numerator of the year before"
        case .beforeDenominator: "denominator of the year before"
        }
    }
}

extension LineageRow.LeftOut {
    /// The words that follow the number of these rows.
    fileprivate var words: String {
        switch self {
        case .duplicate: "that repeat another"
        case .superseded: "that a later row replaces; the later row counts here"
        case .reclassified: "that a later row moves to another category"
        case .movedArea: "that a later row moves to another area"
        case .movedMonth: "that a later row moves to another month"
        case .flagChanged: "that a later row marks as another kind"
        case .movedOutOfArea: "that a later row moves out of the area"
        case .outOfScope: "that a later row moves out of scope"
        case .cancelled: "of cancelled crimes"
        case .replaced: "that a later extract replaces"
        case .noLocation: "of the period and category, but without a place"
        }
    }
}
