import Reporting
import Tabular

/// The accounts of all extracts as CSV in long form: one measure and reason a row.
struct DataQualityCSV {
    let quality: DataQuality

    /// The file's bytes.
    var bytes: [UInt8] {
        var text = CSVText(header: ["extract", "measure", "reason", "rows"])
        for extract in quality.extracts {
            for entry in extract.account.entries {
                text.append([
                    .text(extract.file), .text(entry.measure.rawValue), .text(entry.reason),
                    .number(String(entry.rows)),
                ])
            }
        }
        return text.bytes
    }
}
