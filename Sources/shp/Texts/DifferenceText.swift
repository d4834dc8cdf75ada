import CSV
import Core
import Indicators
import ReleaseStore

/// The differences between two releases as text, JSON and CSV.
struct DifferenceText {
    let difference: ReleaseDifference

    /// One line for each part and figure that differs.
    var text: String {
        guard !difference.isEmpty else { return "No difference." }
        return (difference.parts.map(Self.line) + difference.figures.map(Self.line)).joined(separator: "\n")
    }

    static func line(_ change: ReleaseDifference.PartChange) -> String {
        let name = "\(change.part.rawValue) \(change.name)"
        return switch (change.before, change.after) {
        case (let old?, let new?): "\(name): \(old) → \(new)"
        case (nil, let new?): "\(name): added, \(new)"
        case (let old?, nil): "\(name): no longer there, \(old)"
        case (nil, nil): name
        }
    }

    private static func line(_ change: ReleaseDifference.FigureChange) -> String {
        guard let figure = change.after ?? change.before else { return "" }
        let name = [
            figure.key.table, figure.key.section, figure.key.row, figure.key.area, figure.key.measure,
            figure.key.period,
        ]
        .filter { !$0.isEmpty }.joined(separator: " / ")
        let (old, new) = (change.before?.display, change.after?.display)
        let amount = change.change.flatMap { $0 == Rational(0) ? nil : $0 }
        let by = amount.map { amount in
            let digits = amount.formatted(decimals: amount.denominator == 1 ? 0 : 1, grouped: true)
            return " (\(amount < Rational(0) ? "" : "+")\(digits))"
        }
        return switch (old, new) {
        case (let old?, let new?) where old == new && change.before?.status != change.after?.status:
            "\(name): \(old), with a different status: \(statuses(change))"
        case (let old?, let new?) where old == new:
            "\(name): \(new), different only in decimal places that are not printed: \(values(change))"
        case (let old?, let new?): "\(name): \(old) → \(new)\(by ?? "")"
        case (nil, let new?): "\(name): added, \(new)"
        case (let old?, nil): "\(name): no longer there, \(old)"
        case (nil, nil): name
        }
    }

    private static func statuses(_ change: ReleaseDifference.FigureChange) -> String {
        [change.before, change.after].map { figure in
            guard let status = figure?.status, !status.isEmpty else { return "none" }
            return status
        }.joined(separator: " → ")
    }

    private static func values(_ change: ReleaseDifference.FigureChange) -> String {
        [change.before, change.after].map { $0?.value ?? "" }.joined(separator: " → ")
    }

    private struct JSONPart: Encodable {
        let part, name: String
        let before, after: String?
    }

    private struct JSONFigure: Encodable {
        let table, section, row, area, measure, period: String
        let before, after: String?
        let change: String?
    }

    private struct JSONDifference: Encodable {
        let parts: [JSONPart]
        let figures: [JSONFigure]
    }

    /// The differences as JSON.
    var json: String {
        JSONText.of(
            JSONDifference(
                parts: difference.parts.map {
                    JSONPart(part: $0.part.rawValue, name: $0.name, before: $0.before, after: $0.after)
                },
                figures: difference.figures.compactMap { change in
                    guard let figure = change.after ?? change.before else { return nil }
                    return JSONFigure(
                        table: figure.key.table, section: figure.key.section, row: figure.key.row,
                        area: figure.key.area,
                        measure: figure.key.measure, period: figure.key.period,
                        before: change.before?.display,
                        after: change.after?.display, change: change.change?.sixPlaces)
                }))
    }

    /// The figures that differ, as CSV for spreadsheets.
    var csv: String {
        TextCSV.text(
            header: ["table", "section", "row", "area", "measure", "period", "before", "after", "change"],
            records: difference.figures.compactMap { change in
                guard let figure = change.after ?? change.before else { return nil }
                return [
                    figure.key.table, figure.key.section, figure.key.row, figure.key.area,
                    figure.key.measure, figure.key.period,
                    change.before?.display ?? "", change.after?.display ?? "", change.change?.sixPlaces ?? "",
                ]
            })
    }
}
