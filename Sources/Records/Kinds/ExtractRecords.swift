package import Core

/// A record of an extract; rows refer to it by its position.
package protocol ExtractRecord: Hashable, Sendable {
    /// Whether extracts with such records cover all areas, so that an area without a record simply has no events.
    static var isOfAllAreas: Bool { get }
    /// The area and the month in which the record counts, if it is dated by month; the area is negative if there is
    /// none.
    var cell: (area: Int, month: Month)? { get }
    /// An area and a month that the extract covers, because it has this record.
    var covered: (area: Int, month: Month)? { get }
    /// The events that the record stands for, if they are in an area of the definition.
    var events: PossibleEvents? { get }
    /// The dates in the record.
    var days: [CalendarDate] { get }
    /// The figures that are unknown when another row of the extract contradicts the record; nil if the schema says
    /// which row counts.
    var contradicted: QuarantinedPlace? { get }
}

extension ExtractRecord {
    static var isOfAllAreas: Bool { false }
    var cell: (area: Int, month: Month)? { nil }
    var covered: (area: Int, month: Month)? { cell.flatMap { $0.area >= 0 ? $0 : nil } }
    var events: PossibleEvents? { nil }
    var days: [CalendarDate] { [] }
    var contradicted: QuarantinedPlace? { nil }
}

/// The records of an extract, all of one kind; empty where rows are cells. Loops over the records know the kind, so
/// that a record costs no more than in an array.
package struct ExtractRecords: Sendable {
    /// Nil if there are no records.
    private var list: (any RecordList)?

    /// Creates an empty list of records.
    package init() {}

    /// Creates the list from records in the order in which rows refer to them.
    init(_ records: [some ExtractRecord]) { list = records.isEmpty ? nil : TypedRecords(records: records) }

    private init(_ list: any RecordList) { self.list = list.count == 0 ? nil : list }

    package var count: Int { list?.count ?? 0 }
    package var isEmpty: Bool { list == nil }
    var isOfAllAreas: Bool { list?.isOfAllAreas ?? false }

    /// Adds the records of another part of the extract.
    package mutating func append(_ other: ExtractRecords) {
        guard let added = other.list else { return }
        if list == nil { list = added } else { list?.append(added) }
    }

    /// Returns the records with their own type; empty if they are of another kind.
    package func all<Record: ExtractRecord>(_ type: Record.Type) -> [Record] {
        (list as? TypedRecords<Record>)?.records ?? []
    }

    /// Returns the records at the positions.
    func picked(_ positions: [Int]) -> ExtractRecords { list.map { ExtractRecords($0.picked(positions)) } ?? self }

    /// Returns a list with only the record at the position; nil if there is none.
    package func lone(_ position: Int) -> ExtractRecords? {
        position >= 0 && position < count ? picked([position]) : nil
    }

    /// Returns the figures that are unknown when another row contradicts the record at the position.
    package func contradicted(at position: Int) -> QuarantinedPlace? { list?.contradicted(at: position) }

    package func forEachCell(_ body: (_ area: Int, _ month: Month) -> Void) { list?.forEachCell(body) }
    func forEachCovered(_ body: (_ area: Int, _ month: Month) -> Void) { list?.forEachCovered(body) }
    func forEachEvents(_ body: (PossibleEvents) -> Void) { list?.forEachEvents(body) }
    package func forEachDays(_ body: ([CalendarDate]) -> Void) { list?.forEachDays(body) }
}

private protocol RecordList: Sendable {
    var count: Int { get }
    var isOfAllAreas: Bool { get }
    mutating func append(_ other: any RecordList)
    func picked(_ positions: [Int]) -> any RecordList
    func contradicted(at position: Int) -> QuarantinedPlace?
    func forEachCell(_ body: (Int, Month) -> Void)
    func forEachCovered(_ body: (Int, Month) -> Void)
    func forEachEvents(_ body: (PossibleEvents) -> Void)
    func forEachDays(_ body: ([CalendarDate]) -> Void)
}

private struct TypedRecords<Record: ExtractRecord>: RecordList {
    var records: [Record]

    var count: Int { records.count }
    var isOfAllAreas: Bool { Record.isOfAllAreas }

    mutating func append(_ other: any RecordList) {
        guard let other = other as? TypedRecords<Record> else {
            preconditionFailure("an extract has records of one kind")
        }
        records += other.records
    }

    func picked(_ positions: [Int]) -> any RecordList { TypedRecords(records: positions.map { records[$0] }) }

    func contradicted(at position: Int) -> QuarantinedPlace? {
        records.indices.contains(position) ? records[position].contradicted : nil
    }

    func forEachCell(_ body: (Int, Month) -> Void) {
        for record in records { if let cell = record.cell { body(cell.area, cell.month) } }
    }

    func forEachCovered(_ body: (Int, Month) -> Void) {
        for record in records { if let cell = record.covered { body(cell.area, cell.month) } }
    }

    func forEachEvents(_ body: (PossibleEvents) -> Void) {
        for record in records { if let events = record.events { body(events) } }
    }

    func forEachDays(_ body: ([CalendarDate]) -> Void) { for record in records { body(record.days) } }
}
