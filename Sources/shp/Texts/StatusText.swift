import Core
import Intake
import PipelineEngine
import Records

/// The status as tables, one for each source: areas or indicators down, months or quarters across. The words say
/// everything; colour only helps to find what is late.
struct StatusText {
    let status: DeliveryStatus
    let isColoured: Bool

    var text: String {
        var parts = ["What has been delivered, as of \(status.day)"]
        var sources: [String] = []
        for delivery in status.deliveries where !sources.contains(delivery.source) { sources.append(delivery.source) }
        for source in sources { parts += tables(of: status.deliveries.filter { $0.source == source }) }
        let gaps = status.deliveries.filter(\.isGap)
        if !gaps.isEmpty {
            parts.append((["Missing or partial"] + lines(of: gaps)).joined(separator: "\n"))
        }
        if !status.found.leftOut.isEmpty {
            parts.append(
                (["Files that no source uses"]
                    + status.found.leftOut.map { "  \($0.file)" + ($0.note.map { ": \($0)" } ?? "") })
                    .joined(separator: "\n"))
        }
        if !status.found.rowsAtFault.isEmpty {
            parts.append(
                (["Rows in quarantine"]
                    + status.found.rowsAtFault.map {
                        "  \($0.file): \(Rational($0.rows).formatted(decimals: 0, grouped: true))"
                    })
                    .joined(separator: "\n"))
        }
        if !status.found.unlistedForces.isEmpty {
            parts.append(
                (["Forces that have rows of the areas but are not named in any 'covers'"]
                    + status.found.unlistedForces.map(Self.line)).joined(separator: "\n"))
        }
        parts.append(summary)
        return parts.joined(separator: "\n\n")
    }

    // MARK: Tables

    private func tables(of deliveries: [Delivery]) -> [String] {
        var spans: [Delivery.Span] = []
        var subjects: [String] = []
        var cells: [String: [Delivery.Span: Delivery]] = [:]
        for delivery in deliveries {
            if !spans.contains(delivery.span) { spans.append(delivery.span) }
            if !subjects.contains(delivery.subject) { subjects.append(delivery.subject) }
            cells[delivery.subject, default: [:]][delivery.span] = delivery
        }
        let title = deliveries.first.map { "\($0.title) (\($0.source))" } ?? ""
        // Columns that do not fit on a terminal go into a further table.
        return stride(from: 0, to: spans.count, by: Self.columns).map { start in
            let part = spans[start..<min(start + Self.columns, spans.count)]
            let head = [Cell("")] + part.map { Cell(heading($0)) }
            let rows = subjects.map { subject in
                [Cell("  " + subject)] + part.map { cell(cells[subject]?[$0]) }
            }
            return title + "\n" + Self.aligned([head] + rows, isColoured: isColoured)
        }
    }

    private func heading(_ span: Delivery.Span) -> String {
        if case .month(let month) = span { return Period(first: month, last: month).shortWords }
        return "\(span)"
    }

    private func cell(_ delivery: Delivery?) -> Cell {
        guard let delivery else { return Cell("-") }
        let number = delivery.rows.map { Rational($0).formatted(decimals: 0, grouped: true) }
        let late = delivery.isLate(on: status.day) ? ", late" : ""
        let colour: Cell.Colour? = late.isEmpty ? nil : .red
        switch delivery.state {
        case .notExpected: return Cell("-")
        case .present(let reason?): return Cell(reason)
        case .present(nil): return Cell(Self.countsRows(delivery) ? number ?? "present" : "present")
        case .partial: return Cell((number.map { $0 + " " } ?? "") + "partial" + late, colour ?? .yellow)
        case .missing: return Cell("missing" + late, colour)
        }
    }

    /// Returns whether the number of rows is shown. A return has one row or none, so its number of rows is not shown.
    private static func countsRows(_ delivery: Delivery) -> Bool {
        if case .month = delivery.span { true } else { false }
    }

    private static let columns = 6

    // MARK: Sentences

    /// Returns one line for each source, period and state; areas in the same state share a line.
    private func lines(of gaps: [Delivery]) -> [String] {
        var order: [String] = []
        var lines: [String: (subjects: [String], start: String, end: String)] = [:]
        for gap in gaps {
            let due = gap.isLate(on: status.day) ? "was due by \(gap.due)" : "is due by \(gap.due)"
            let (start, end) = ("  \(gap.source), \(gap.span.words)", "\(gap.evidence ?? ""); \(due)")
            if lines[start + end] == nil { order.append(start + end) }
            lines[start + end, default: ([], start, end)].subjects.append(gap.subject)
        }
        return order.compactMap { lines[$0] }.map { "\($0.start): \($0.subjects.joined(separator: ", ")): \($0.end)" }
    }

    /// Returns a line such as `street, Gwent Police: 1,204 rows; is it 'Gwent Polcie' of 'covers'?`.
    private static func line(of force: UnlistedForce) -> String {
        "  \(force.source), \(VisibleText.of(force.force)): \(UnitNoun(plural: "rows").counted(force.rows))"
            + (force.near.map { "; is it '\($0)' in 'covers'? The name must be the same in files and in 'covers'" }
                ?? "")
    }

    private var summary: String {
        var lines: [String] = []
        let expected = status.deliveries.count - status.count(.notExpected)
        if expected > 0 {
            let parts = [DeliveryStatus.State.late, .partial, .missing].compactMap { state -> String? in
                let count = status.count(state)
                return count == 0 ? nil : "\(count) \(state.rawValue)"
            }
            let present = "\(status.count(.present)) of \(expected) present"
            let reasons = status.deliveries.count { if case .present(_?) = $0.state { true } else { false } }
            lines.append(
                present + (reasons > 0 ? ", \(reasons) of them with a reason in place of a value" : "")
                    + (parts.isEmpty ? "" : "; " + parts.joined(separator: ", ")))
            if status.count(.late) > 0 {
                lines.append("Ask for what is late and put the extracts into \(status.landing).")
            }
        }
        if !status.silent.isEmpty {
            lines.append(
                "It is not known what is missing from these sources: \(status.silent.joined(separator: ", ")). The definition "
                    + "does not say what is expected. Write 'completeness' under the source.")
        }
        return lines.joined(separator: "\n")
    }
}

extension StatusText {
    /// A cell of a table, with the colour that it has on a terminal.
    private struct Cell {
        enum Colour: String { case red = "31;1", yellow = "33" }

        let text: String
        let colour: Colour?

        init(_ text: String, _ colour: Colour? = nil) {
            self.text = text
            self.colour = colour
        }
    }

    /// Returns the rows with names aligned left and everything else aligned right.
    private static func aligned(_ rows: [[Cell]], isColoured: Bool) -> String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].text.count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, pair in
                let (cell, width) = pair
                let gap = String(repeating: " ", count: width - cell.text.count)
                let text = cell.colour.map { isColoured ? "\u{1B}[\($0.rawValue)m\(cell.text)\u{1B}[0m" : cell.text }
                return column == 0 ? (text ?? cell.text) + gap : gap + (text ?? cell.text)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
