import Tabular

/// A listing as CSV: one count a row.
struct ListingCSV {
    let listing: Listing

    /// The file's bytes.
    var bytes: [UInt8] {
        var text = CSVText(header: ["area", "month", "category", "count"])
        var month: (value: Month, field: CSVField)?
        for row in listing.rows {
            if month?.value != row.month { month = (row.month, .number("\(row.month)")) }
            text.add(.text(row.area))
            text.add(month?.field ?? .empty)
            text.add(.text(row.category))
            text.add(.number(String(row.count)))
            text.endRecord()
        }
        return text.bytes
    }
}
