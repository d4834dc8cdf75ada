package import Aggregation
package import Core
package import Normalisation

extension ExtractOutcome {
    /// The contents of an extract's outcome.
    package struct Parts: Sendable {
        /// The plain SHA-256 of the file, in hexadecimal.
        package var sha256: String
        /// The day of delivery, if it is known.
        package var delivered: CalendarDate?
        /// The number of rows with each result.
        package var account: RowAccount
        /// The findings about the extract.
        package var findings: [Finding]
        /// The number of rows with each fault, whether it is reported or not.
        package var faultCounts: [QuarantinedRecord.Fault: Int] = [:]
        /// The rows in quarantine.
        package var held: [QuarantinedRecord] = []
        /// The number of rows that count, by cell.
        package var cube: FactCube = FactCube()
        /// The rows that can be compared with others by their identifiers.
        package var identified: [IdentifiedBlock] = []
        /// The records that identified rows refer to by position.
        package var records: ExtractRecords = ExtractRecords()
        /// The rows with their results, if rows are traced.
        package var traced: [TracedRow] = []
        /// The place of the correction, for each corrected row, by the row's line in the extract.
        package var corrected: [Int: CorrectedPlace] = [:]
        /// The dates of sound rows, if the day within the month matters.
        package var days: DayCounts = DayCounts()
        /// The number of rows that say that they have no place, by month.
        package var unplaced: [FactKey: Int] = [:]
        /// The number of rows that count although the force that they name does not cover their area.
        package var unexpected: [ForceCell: Int] = [:]
        /// The number of rows of each delivery unit, whether they count or not.
        package var units: [DeliveryUnit: Int] = [:]
        /// The lines of rows that were dropped, if rows are traced.
        package var droppedLines: [(line: Int, unit: DeliveryUnit)] = []
        /// The traced rows that were dropped.
        package var droppedRows: [DroppedRow] = []
        /// The units that count from another file instead, with that file and the cause.
        package var lost: [DeliveryUnit: LostUnit] = [:]
        /// The findings about the units in `lost`.
        package var settlementFindings: [Finding] = []
        /// The cells that had a row in the publication that this extract replaces, but have none in this extract.
        package var cellsNotPublishedAgain: Set<FactKey> = []
    }
}

extension ExtractOutcome {
    /// Reads or changes a part of the outcome. It is inlined so that a part is read without copying the others.
    @inlinable
    package subscript<Value>(dynamicMember part: WritableKeyPath<Parts, Value>) -> Value {
        get { storage.parts[keyPath: part] }
        _modify {
            unshare()
            yield &storage.parts[keyPath: part]
        }
    }
}
