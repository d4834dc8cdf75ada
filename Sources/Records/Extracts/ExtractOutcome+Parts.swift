package import Aggregation
package import Core
package import Normalisation

extension ExtractOutcome {
    /// What was found in an extract.
    package struct Parts: Sendable {
        /// The plain SHA-256 of the file, in hexadecimal.
        package var sha256: String
        /// When it was delivered, as far as is known.
        package var delivered: CalendarDate?
        /// Where its rows went.
        package var account: RowAccount
        /// What is to be reported of it.
        package var findings: [Finding]
        /// How many rows have each fault, reported or not.
        package var faultCounts: [QuarantinedRecord.Fault: Int] = [:]
        /// The rows in quarantine.
        package var held: [QuarantinedRecord] = []
        /// The numbers of rows that count, by cell.
        package var cube: FactCube = FactCube()
        /// The rows that can be compared with others.
        package var identified: [IdentifiedBlock] = []
        /// What its identified rows point at by position.
        package var records: ExtractRecords = ExtractRecords()
        /// Its rows, when they are to be traced.
        package var traced: [TracedRow] = []
        /// Where somebody corrected a row, by its line here.
        package var corrected: [Int: CorrectedPlace] = [:]
        /// The days that its sound rows are dated by, where that matters.
        package var days: DayCounts = DayCounts()
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
}

extension ExtractOutcome {
    /// What was found in the extract, to be read and changed. Inlined, so that a part is read without a copy of the others.
    @inlinable
    package subscript<Value>(dynamicMember part: WritableKeyPath<Parts, Value>) -> Value {
        get { storage.parts[keyPath: part] }
        _modify {
            unshare()
            yield &storage.parts[keyPath: part]
        }
    }
}
