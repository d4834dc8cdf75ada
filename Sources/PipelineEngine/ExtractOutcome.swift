import Aggregation
package import Ingestion
import Normalisation
package import Tabular

/// A row that is kept out of every count, and why.
package struct HeldRow: Hashable, Sendable {
    let line: Int
    let span: ByteSpan
    /// The rules that it breaks, the first of which the account counts it under, with the columns.
    let faults: [Fault]
    /// Where it may belong, by those of its columns that can be read.
    var place = QuarantinedPlace.nowhere
    /// Its identifier, when that can be read: a sound row that has it and comes later settles the fault.
    var identity: RecordKey?

    package struct Fault: Hashable, Sendable {
        let rule: FindingRule
        let column: String?
        /// The schema's check that fails, by its position.
        var check: Int?
    }
}

extension HeldRow {
    /// By place in the file and faults: where a row may belong holds keys of persons, which differ from run to run.
    package static func == (a: HeldRow, b: HeldRow) -> Bool {
        a.line == b.line && a.span == b.span && a.faults == b.faults
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(line)
        hasher.combine(faults)
    }

    /// The row so many lines further down.
    func moved(by lines: Int) -> HeldRow {
        HeldRow(line: line + lines, span: span, faults: faults, place: place, identity: identity)
    }
}

/// Everything that came of one extract: first on its own merits, then less the rows that others repeat or replace.
package struct ExtractOutcome: Sendable {
    /// What stays as it is, held in one place: outcomes are handed on from step to step, and a schema is large.
    private let extract: Extract
    var sha256: String
    /// When it was delivered, as far as anybody says.
    var delivered: CalendarDate?
    package var account: RowAccount
    package var findings: [Finding]
    /// How many rows have each fault, told or not.
    var faultCounts: [HeldRow.Fault: Int]
    package var held: [HeldRow]
    var cube: FactCube
    var identified: [IdentifiedBlock]
    /// What its identified rows point at by position.
    var records: ExtractRecords
    /// Its rows, when they are to be traced.
    var traced: [TracedRow] = []
    /// Where somebody put a row right, by its line here.
    var corrected: [Int: CorrectedPlace] = [:]
    /// The days that its sound rows are dated by, where that matters.
    var days: DayCounts
    /// Rows that say that they have no place, by month.
    var unplaced: [FactKey: Int] = [:]
    /// Rows that count, of areas that deliveries of other forces cover than the row's own.
    var unexpected: [UnexpectedForces.Key: Int] = [:]
    /// How many rows it has of each delivery unit, whether they stand or not.
    var units: [DeliveryUnit: Int] = [:]
    /// The lines of rows that were dropped, when rows are traced.
    var droppedLines: [(line: Int, unit: DeliveryUnit)] = []
    /// The traced rows that were dropped.
    var droppedRows: [DroppedRow] = []
    /// The units that other files deliver in its place, and their files.
    var lost: [DeliveryUnit: LostUnit] = [:]
    /// What there is to report of that.
    var settlementFindings: [Finding] = []
    /// Cells that it has no row for, although the publication that it replaces had.
    var cellsNotPublishedAgain: Set<FactKey> = []
}

extension ExtractOutcome {
    /// An extract that was read.
    final class Extract: Sendable {
        let source: Int
        let schema: TableSchema
        let file: String
        let takenBy: TakenBy
        let bytes: Int
        let identity: FileIdentity
        let reading: ExtractReading

        init(
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
    var source: Int { extract.source }
    var schema: TableSchema { extract.schema }
    var file: String { extract.file }
    var takenBy: TakenBy { extract.takenBy }
    var bytes: Int { extract.bytes }
    var identity: FileIdentity { extract.identity }
    package var reading: ExtractReading { extract.reading }

    /// The outcome of an extract of which nothing but its account and its findings is known yet.
    init(_ extract: Extract, sha256: String, account: RowAccount, findings: [Finding]) {
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
    var row: TracedRow
    let record: ExtractRecords?
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

/// The file and the line that a row was put right in.
package struct CorrectedPlace: Hashable, Sendable {
    /// The path relative to the landing folder.
    package let file: String
    /// The physical line.
    package let line: Int
}

extension ExtractOutcome {
    /// The units that it delivers and no other file does in its place.
    var standingUnits: [DeliveryUnit: Int] { lost.isEmpty ? units : units.filter { lost[$0.key] == nil } }

    /// The extract once more, after it was taken in. Throws when it is not the file any longer that it was.
    func reopened(in folder: String) throws(ExtractRefusal) -> LandedFile {
        let landed = try LandedFile(name: file, path: folder + "/" + file)
        guard landed.identity == identity else { throw .changedWhileRead(file: file) }
        return landed
    }
}
