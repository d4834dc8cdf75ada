import Core
import Files
package import Indicators

/// The differences from the issued release, with one row for each figure and cause. Causes are in the order of the
/// search for them.
package struct RevisionsCSV: DescribedCSV {
    let revisions: [FigureRevision]

    package let file = OutputLayout.Name.revisions
    package let title = "What differs from the issued release, and why"
    package let key = ["table", "section", "row", "area", "measure", "period", "cause"]
    package let columns: [DataColumn] = {
        let source = "This release, and the issued one that its manifest names"
        return FiguresCSV.names(source: source) + [
            DataColumn("unit", "What the number counts or measures.", source: source),
            DataColumn(
                "previous", "The number that was issued, to six decimal places; empty when there was none.", .number,
                unit: "as the column unit says", source: source),
            DataColumn(
                "previous_display", "The figure that was issued, as it was printed, without marks such as [p].",
                source: source),
            DataColumn(
                "value", "The number now, to six decimal places; empty when there is none.", .number,
                unit: "as the column unit says", source: source),
            DataColumn("display", "The figure as it is printed now.", source: source),
            DataColumn(
                "change", "The number now less the number that was issued.", .number, unit: "as the column unit says",
                source: source),
            DataColumn(
                "cause", "Why the figure differs: \(RevisionCause.allCases.map(\.rawValue).joined(separator: ", ")).",
                source: source),
            DataColumn(
                "weight", "By how much the cause changed the figure; empty where the change cannot be split by cause.",
                .number,
                unit: "as the column unit says", source: source),
            DataColumn(
                "direction_turned",
                "Whether the row's change since the year before has turned from a rise to a fall, or from a fall to a rise: yes or "
                    + "no. It is also no for figures without a direction, and when there was no change before or is none now.",
                source: source),
        ]
    }()

    package init(_ revisions: [FigureRevision]) { self.revisions = revisions }

    /// The file's bytes.
    package var bytes: [UInt8] {
        var text = CSVWriter(header: header)
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

    /// Returns the figure as it was printed; a printed number is not guarded as a formula.
    private func previousDisplay(_ revision: FigureRevision) -> CSVField {
        revision.previousValue.isEmpty ? .text(revision.previousDisplay) : .number(revision.previousDisplay)
    }

    private func number(_ digits: String) -> CSVField { digits.isEmpty ? .empty : .number(digits) }
}
