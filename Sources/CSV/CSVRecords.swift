package import Files
import Ingestion
import SystemPackage

/// The records of a CSV file that this program wrote, read back without the apostrophes that guard against formulas.
package struct CSVRecords {
    /// The records, the header first.
    package let records: [[String]]

    /// Reads the file. Throws an `OutputFailure` when it cannot be read, or is not valid CSV.
    package init(file: String) throws(OutputFailure) {
        let text = CSVText(try FileBlocks(file).rest())
        guard text.malformedLine == nil else { throw .io(path: file, errno: .invalidArgument) }
        records = text.rows.map { $0.fields.map(Self.unguarded) }
    }

    private static func unguarded(_ field: String) -> String {
        let isGuarded = field.utf8.first == UInt8(ascii: "'") && CSVWriter.isFormula(field.utf8)
        return isGuarded ? String(field.dropFirst()) : field
    }
}
