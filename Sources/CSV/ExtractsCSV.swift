import Core
import Files
import Indicators
package import Releases

/// The extracts of a release as CSV, with one row for each extract. The row states how the extract was read, and how
/// many of its rows had each result.
package struct ExtractsCSV: DescribedCSV {
    private let inputs: [ManifestInput]

    /// Creates the file of the extracts, in their order.
    package init(_ inputs: [ManifestInput]) { self.inputs = inputs }

    package let file = OutputLayout.Name.extracts
    package let title = "Every extract that the release was made from"
    package let key = ["source", "extract"]

    package var columns: [DataColumn] { Self.identity + Self.reading + Self.rows }

    private static let identity = [
        DataColumn("source", "The source in the definition to which the file belongs.", source: landing),
        DataColumn("extract", "The file, relative to the landing folder.", source: landing),
        DataColumn("sha256", "The SHA-256 of the file; empty where it is withheld.", source: landing),
        DataColumn(
            "bytes", "The size of the file; empty where it is withheld.", .integer, unit: "bytes",
            source: landing),
        DataColumn(
            "delivered", "The day on which the file was delivered; empty when the day is not known.", source: landing),
    ]

    private static let reading = [
        DataColumn("taken_by", "How the source recognised the file: name or header.", source: run),
        DataColumn("schema", "The schema by which the file was read.", source: run),
        DataColumn("encoding", "The encoding of the file.", source: run),
        DataColumn("encoding_decided_by", "What decided the encoding: bom, valid, schema or workbook.", source: run),
        DataColumn("delimiter", "The character between two fields.", source: run),
        DataColumn("header_line", "The line of the header, from 1.", .integer, source: run),
        DataColumn(
            "unknown_columns", "The columns that the schema does not know; empty when there are none.", .array,
            source: run),
        DataColumn(
            "trailing_empty_columns", "Columns without a name after the last named one.", .integer, unit: "columns",
            source: run),
        DataColumn(
            "padded_rows", "Rows that are longer than the header only by empty fields; empty where withheld.",
            .integer, unit: "rows", source: run),
        DataColumn("ends_with_line_break", "Whether the last line is complete: yes or no.", source: run),
    ]

    private static let rows =
        [
            ("read", "Data rows in the file"), ("accepted", "Rows that count"),
            ("quarantined", "Rows with a finding that keeps them out"), ("duplicate", "Rows that repeat another row"),
            ("superseded", "Rows that another row replaces"), ("cancelled", "Rows that were cancelled"),
            ("out_of_scope", "Rows that the report is not about"),
            ("corrected", "Corrected rows, which the columns before this one also count"),
        ].map { name, meaning in
            DataColumn(name, meaning + "; empty where withheld.", .integer, unit: "rows", source: run)
        } + [
            DataColumn(
                "accepted_by_group", "Rows that count in each group of categories; empty when there are no groups.",
                .object,
                unit: "rows", source: run),
            DataColumn(
                "status",
                "Empty for plain numbers; confidential where small numbers of persons could be worked out from them.",
                source: run
            ),
        ]

    private static let landing = "The landing folder"
    private static let run = "The account of the run"

    /// The file's bytes.
    package var bytes: [UInt8] {
        var text = CSVWriter(header: header)
        for input in inputs { text.append(input) }
        return text.bytes
    }
}

extension CSVWriter {
    fileprivate mutating func append(_ input: ManifestInput) {
        for word in [input.source, input.file, input.withholdsHash ? "" : input.sha256 ?? ""] { add(.text(word)) }
        add(input.bytes)
        for word in [
            input.delivered ?? "", input.takenBy, input.schema, input.encoding, input.encodingDecidedBy,
            input.delimiter,
        ] {
            add(.text(word))
        }
        add(input.headerLine)
        add(.text(input.unknownColumns.isEmpty ? "" : PublishedJSON.line(of: input.unknownColumns)))
        add(input.trailingEmptyColumns)
        add(input.paddedRows)
        add(.text(input.endsWithLineBreak ? ExtractRow.yes : ExtractRow.no))
        if let rows = input.rows {
            for number in rows.numbers { add(number) }
        } else {
            for _ in 0..<ManifestInput.Rows.count { add(.empty) }
        }
        add(.text(input.acceptedByCategoryGroup.map { PublishedJSON.line(of: $0) } ?? ""))
        add(input.rows == nil ? .text(MissingReason.confidential.code) : .empty)
        endRecord()
    }

    private mutating func add(_ number: Int?) { add(number.map { .number(String($0)) } ?? .empty) }
}
