package import Aggregation
package import Core
package import Ingestion
package import Normalisation

/// The whole result of one extract: first on its own, then less the rows that others repeat or replace.
package struct ExtractOutcome: Sendable {
    /// What stays as it is, held in one place: outcomes are handed on from step to step, and a schema is large.
    private let extract: Extract
    package var sha256: String
    /// When it was delivered, as far as is known.
    package var delivered: CalendarDate?
    package var account: RowAccount
    package var findings: [Finding]
    /// How many rows have each fault, reported or not.
    package var faultCounts: [QuarantinedRecord.Fault: Int]
    package var held: [QuarantinedRecord]
    package var cube: FactCube
    package var identified: [IdentifiedBlock]
    /// What its identified rows point at by position.
    package var records: ExtractRecords
    /// Its rows, when they are to be traced.
    package var traced: [TracedRow] = []
    /// Where a row was corrected, by its line here.
    package var corrected: [Int: CorrectedPlace] = [:]
    /// The days that its sound rows are dated by, where that matters.
    package var days: DayCounts
    /// Rows that say that they have no place, by month.
    package var unplaced: [FactKey: Int] = [:]
    /// Rows that count, of areas that deliveries of other forces cover than the row's own.
    package var unexpected: [ForceCell: Int] = [:]
    /// How many rows it has of each delivery unit, whether they stand or not.
    package var units: [DeliveryUnit: Int] = [:]
    /// The lines of rows that were dropped, when rows are traced.
    package var droppedLines: [(line: Int, unit: DeliveryUnit)] = []
    /// The traced rows that were dropped.
    package var droppedRows: [DroppedRow] = []
    /// The units that other files deliver in its place, and their files.
    package var lost: [DeliveryUnit: LostUnit] = [:]
    /// What there is to report of that.
    package var settlementFindings: [Finding] = []
    /// Cells that it has no row for, although the publication that it replaces had.
    package var cellsNotPublishedAgain: Set<FactKey> = []
}

extension ExtractOutcome {
    /// An extract that was read.
    package final class Extract: Sendable {
        let source: Int
        let schema: TableSchema
        let file: String
        let takenBy: TakenBy
        let bytes: Int
        let identity: FileIdentity
        let reading: ExtractReading

        package init(
            source: Int, schema: TableSchema, file: LandedFile, takenBy: TakenBy, reading: ExtractReading
        ) {
            self.source = source
            self.schema = schema
            self.file = file.name
            self.takenBy = takenBy
            bytes = file.identity.size
            identity = file.identity
            self.reading = reading
        }
    }

    /// The source and the file, relative to the landing folder.
    package var source: Int { extract.source }
    package var schema: TableSchema { extract.schema }
    package var file: String { extract.file }
    package var takenBy: TakenBy { extract.takenBy }
    package var bytes: Int { extract.bytes }
    package var identity: FileIdentity { extract.identity }
    package var reading: ExtractReading { extract.reading }

    /// The outcome of an extract of which nothing but its account and its findings is known yet.
    package init(_ extract: Extract, sha256: String, account: RowAccount, findings: [Finding]) {
        self.extract = extract
        self.sha256 = sha256
        self.account = account
        self.findings = findings
        (faultCounts, held) = ([:], [])
        (cube, identified, records, days) = (FactCube(), [], ExtractRecords(), DayCounts())
    }
}

/// A traced row that counts from another file, with the record that it points at, if any.
package struct DroppedRow: Sendable {
    package var row: TracedRow
    package let record: ExtractRecords?

    /// From its parts.
    package init(row: TracedRow, record: ExtractRecords?) {
        self.row = row
        self.record = record
    }
}

/// Why the rows of a delivery unit do not count from an extract.
package struct LostUnit: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// A later file delivers it again.
        case later
        /// Another file has the same rows.
        case same
        /// It is far smaller than the delivery that stands.
        case tooSmall
    }

    /// The file that it counts from, relative to the landing folder.
    package let file: String
    package let cause: Cause
}

/// The file and the line that a row was corrected in.
package struct CorrectedPlace: Hashable, Sendable {
    /// The path relative to the landing folder.
    package let file: String
    /// The physical line.
    package let line: Int

    /// From its parts.
    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

extension ExtractOutcome {
    /// The units that it delivers and no other file does in its place.
    package var standingUnits: [DeliveryUnit: Int] { lost.isEmpty ? units : units.filter { lost[$0.key] == nil } }

    /// Opens the extract again, after it was read. Throws when the file has changed.
    package func reopened(in folder: String) throws(ExtractError) -> LandedFile {
        let landed = try LandedFile(name: file, path: folder + "/" + file)
        guard landed.identity == identity else { throw .changedWhileRead(file: file) }
        return landed
    }
}
