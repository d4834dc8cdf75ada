package import Aggregation
package import Core
package import Normalisation

extension ExtractOutcome {
    /// What was found in an extract.
    struct Parts: Sendable {
        /// The plain SHA-256 of the file, in hexadecimal.
        var sha256: String
        /// When it was delivered, as far as is known.
        var delivered: CalendarDate?
        /// Where its rows went.
        var account: RowAccount
        /// What is to be reported of it.
        var findings: [Finding]
        /// How many rows have each fault, reported or not.
        var faultCounts: [QuarantinedRecord.Fault: Int] = [:]
        /// The rows in quarantine.
        var held: [QuarantinedRecord] = []
        /// The numbers of rows that count, by cell.
        var cube: FactCube = FactCube()
        /// The rows that can be compared with others.
        var identified: [IdentifiedBlock] = []
        /// What its identified rows point at by position.
        var records: ExtractRecords = ExtractRecords()
        /// Its rows, when they are to be traced.
        var traced: [TracedRow] = []
        /// Where somebody corrected a row, by its line here.
        var corrected: [Int: CorrectedPlace] = [:]
        /// The days that its sound rows are dated by, where that matters.
        var days: DayCounts = DayCounts()
        /// Rows that say that they have no place, by month.
        var unplaced: [FactKey: Int] = [:]
        /// Rows that count, of areas that deliveries of other forces cover than the row's own.
        var unexpected: [ForceCell: Int] = [:]
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
}

extension ExtractOutcome {
    package var sha256: String {
        get { storage.parts.sha256 }
        _modify {
            unshare()
            yield &storage.parts.sha256
        }
    }
    package var delivered: CalendarDate? {
        get { storage.parts.delivered }
        _modify {
            unshare()
            yield &storage.parts.delivered
        }
    }
    package var account: RowAccount {
        get { storage.parts.account }
        _modify {
            unshare()
            yield &storage.parts.account
        }
    }
    package var findings: [Finding] {
        get { storage.parts.findings }
        _modify {
            unshare()
            yield &storage.parts.findings
        }
    }
    package var faultCounts: [QuarantinedRecord.Fault: Int] {
        get { storage.parts.faultCounts }
        _modify {
            unshare()
            yield &storage.parts.faultCounts
        }
    }
    package var held: [QuarantinedRecord] {
        get { storage.parts.held }
        _modify {
            unshare()
            yield &storage.parts.held
        }
    }
    package var cube: FactCube {
        get { storage.parts.cube }
        _modify {
            unshare()
            yield &storage.parts.cube
        }
    }
    package var identified: [IdentifiedBlock] {
        get { storage.parts.identified }
        _modify {
            unshare()
            yield &storage.parts.identified
        }
    }
    package var records: ExtractRecords {
        get { storage.parts.records }
        _modify {
            unshare()
            yield &storage.parts.records
        }
    }
    package var traced: [TracedRow] {
        get { storage.parts.traced }
        _modify {
            unshare()
            yield &storage.parts.traced
        }
    }
    package var corrected: [Int: CorrectedPlace] {
        get { storage.parts.corrected }
        _modify {
            unshare()
            yield &storage.parts.corrected
        }
    }
    package var days: DayCounts {
        get { storage.parts.days }
        _modify {
            unshare()
            yield &storage.parts.days
        }
    }
    package var unplaced: [FactKey: Int] {
        get { storage.parts.unplaced }
        _modify {
            unshare()
            yield &storage.parts.unplaced
        }
    }
    package var unexpected: [ForceCell: Int] {
        get { storage.parts.unexpected }
        _modify {
            unshare()
            yield &storage.parts.unexpected
        }
    }
    package var units: [DeliveryUnit: Int] {
        get { storage.parts.units }
        _modify {
            unshare()
            yield &storage.parts.units
        }
    }
    package var droppedLines: [(line: Int, unit: DeliveryUnit)] {
        get { storage.parts.droppedLines }
        _modify {
            unshare()
            yield &storage.parts.droppedLines
        }
    }
    package var droppedRows: [DroppedRow] {
        get { storage.parts.droppedRows }
        _modify {
            unshare()
            yield &storage.parts.droppedRows
        }
    }
    package var lost: [DeliveryUnit: LostUnit] {
        get { storage.parts.lost }
        _modify {
            unshare()
            yield &storage.parts.lost
        }
    }
    package var settlementFindings: [Finding] {
        get { storage.parts.settlementFindings }
        _modify {
            unshare()
            yield &storage.parts.settlementFindings
        }
    }
    package var cellsNotPublishedAgain: Set<FactKey> {
        get { storage.parts.cellsNotPublishedAgain }
        _modify {
            unshare()
            yield &storage.parts.cellsNotPublishedAgain
        }
    }
}
