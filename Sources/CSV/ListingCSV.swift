import Core
package import Releases

/// A listing as CSV, with one row for each count.
package struct ListingCSV: DescribedCSV {
    let listing: Listing

    package var file: String { listing.id + ".csv" }
    package var title: String { listing.title }
    package let key = ["area", "month", "category"]

    /// Creates the file of a listing.
    package init(listing: Listing) {
        self.listing = listing
    }

    package var columns: [DataColumn] {
        [
            DataColumn("area", "The area's name.", source: listing.source),
            DataColumn("month", "The month.", .yearmonth, source: listing.source),
            DataColumn("category", "The code of the category.", source: listing.source),
            DataColumn(
                "count", "The number of rows that count for the area, month and category.", .integer,
                unit: listing.unitNoun, source: listing.source),
        ]
    }

    /// The file's bytes.
    package var bytes: [UInt8] {
        var text = CSVWriter(header: header)
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
