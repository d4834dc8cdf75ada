import Indicators
import Tabular

/// What differs from the issued release, a row a figure and cause: causes in the order in which they are looked for.
struct RevisionsCSV {
    let revisions: [FigureRevision]

    init(_ revisions: [FigureRevision]) { self.revisions = revisions }

    static let header = [
        "table", "section", "row", "area", "measure", "period", "unit", "previous", "previous_display", "value",
        "display", "change", "cause", "weight", "direction_turned",
    ]

    /// The file's bytes.
    var bytes: [UInt8] {
        var text = CSVText(header: Self.header)
        for revision in revisions {
            let figure = revision.figure
            for share in revision.shares {
                text.append([
                    .text(figure.table), .text(figure.section), .text(figure.row), .text(figure.area),
                    .text(figure.measure.rawValue), .text(figure.period), .text(figure.unit.name),
                    number(revision.previousValue), previousDisplay(revision), number(figure.plainNumber ?? ""),
                    figure.displayField, number(revision.change?.sixPlaces ?? ""), .text(share.cause.rawValue),
                    number(share.weight?.sixPlaces ?? ""), .text(revision.turnsDirection ? "yes" : "no"),
                ])
            }
        }
        return text.bytes
    }

    /// A number that was printed is not taken for a formula.
    private func previousDisplay(_ revision: FigureRevision) -> CSVField {
        revision.previousValue.isEmpty ? .text(revision.previousDisplay) : .number(revision.previousDisplay)
    }

    private func number(_ digits: String) -> CSVField { digits.isEmpty ? .empty : .number(digits) }
}
