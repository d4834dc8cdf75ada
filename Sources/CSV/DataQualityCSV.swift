import Core
import Files
import Indicators
package import Reporting

/// The accounts of all extracts as CSV in long form, with one row for each measure and reason.
package struct DataQualityCSV: DescribedCSV {
    let quality: DataQuality

    package init(quality: DataQuality) { self.quality = quality }

    package let file = OutputLayout.Name.dataQuality
    package let title = "What happened to every row that was delivered"
    package let key = ["extract", "measure", "reason"]

    package var columns: [DataColumn] {
        let source = "The account of the run"
        return [
            DataColumn("extract", "The file, relative to the landing folder.", source: "The landing folder"),
            DataColumn("measure", "What the rows are counted as: \(Self.measures).", source: source),
            DataColumn("reason", "The reason, for measures that have reasons; otherwise empty.", source: source),
            DataColumn(
                "rows", "The number of rows, or of lines that are not data; empty where it is withheld.", .integer,
                unit: "rows", source: source),
            DataColumn(
                "status",
                "Empty for a plain number; confidential where small numbers of persons could be worked out from it.",
                source: source),
        ]
    }

    private static var measures: String { RowAccount.Measure.allCases.map(\.rawValue).joined(separator: ", ") }

    /// The file's bytes.
    package var bytes: [UInt8] {
        var text = CSVWriter(header: header)
        for extract in quality.extracts {
            guard let account = extract.account else {
                for measure in RowAccount.Measure.allCases {
                    text.append([
                        .text(extract.file), .text(measure.rawValue), .empty, .empty,
                        .text(MissingReason.confidential.code),
                    ])
                }
                continue
            }
            for entry in account.entries {
                text.add(.text(extract.file))
                text.add(.text(entry.measure.rawValue))
                text.add(.text(entry.reason))
                text.add(.number(String(entry.rows)))
                text.add(.empty)
                text.endRecord()
            }
        }
        return text.bytes
    }
}
