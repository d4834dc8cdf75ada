import Aggregation
import Core
import Testing

@Suite("Quarantined rows and the figures that they may belong to")
struct EventFaultsTests {
    private static let april = Month(year: 2019, month: 4)
    private static let quarter = Period(first: april, last: april.advanced(by: 2))
    private static let coverage: EventFaults.Coverage = [
        0: [april, april.advanced(by: 1)], 1: [april.advanced(by: 1)],
    ]

    private func selection(
        _ areas: [Int] = [0], _ months: Period = quarter, _ categories: Set<Int> = [7], flag: UInt16? = nil
    ) -> EventFaults.Selection {
        EventFaults.Selection(areas: areas, months: months, categories: categories, flag: flag)
    }

    private func faults(_ place: PossibleEvents, rows: Int = 1, _ coverage: EventFaults.Coverage = coverage)
        -> EventFaults
    {
        var faults = EventFaults()
        faults.add(place, rows: rows, coverage: coverage)
        return faults
    }

    @Test("A quarantined row counts once, for each figure that it may belong to and for no other figure")
    func rows() {
        let undated = faults(PossibleEvents(area: 0, month: nil, category: .known(7)))
        #expect(undated.rows(in: selection()) == 1)
        #expect(undated.rows(in: selection([1])) == 0)
        #expect(undated.rows(in: selection([0, 1], Self.quarter, [7, 8])) == 1)
        #expect(undated.rows(in: selection([0], Self.quarter, [8])) == 0)
        let june = Period(first: Self.april.advanced(by: 2), last: Self.april.advanced(by: 2))
        #expect(undated.rows(in: selection([0], june)) == 0)
        let unplaced = faults(PossibleEvents(area: nil, month: Self.april, category: .any))
        #expect(unplaced.rows(in: selection([0])) == 1)
        // The other area has no rows in April.
        #expect(unplaced.rows(in: selection([1])) == 0)
        #expect(faults(.anything).rows(in: selection([1])) == 1)
        #expect(faults(.anything, nil).rows(in: selection([5], june)) == 1)
    }

    @Test("A row whose flag is readable and not set does not count for a flagged figure")
    func flags() {
        let place = PossibleEvents(area: 0, month: Self.april, category: .known(7), flags: 0b10)
        #expect(faults(place).rows(in: selection(flag: 0b10)) == 1)
        #expect(faults(place).rows(in: selection(flag: 0b01)) == 0)
        let unknown = PossibleEvents(area: 0, month: Self.april, category: .known(7), flags: nil)
        #expect(faults(unknown).rows(in: selection(flag: 0b01)) == 1)
    }

    private func hides(_ faults: EventFaults, counted: Int = 10, rows: Int, _ selection: EventFaults.Selection) -> Bool
    {
        faults.hide(selection, counted: counted, UncertaintyLimits()) { _, _ in rows }
    }

    @Test("A figure is not known when more than 2 % of the month's rows, and at least five rows, are at fault")
    func limit() {
        let place = PossibleEvents(area: 0, month: Self.april, category: .any)
        #expect(!hides(faults(place, rows: 4), rows: 1, selection()))
        #expect(hides(faults(place, rows: 5), rows: 244, selection()))
        // Five of 250 rows are 2%, which is not above the limit.
        #expect(!hides(faults(place, rows: 5), rows: 245, selection()))
        #expect(!hides(faults(place, rows: 5), rows: 1, selection([1])))
        // Three rows in each of two months are six for the figure, but neither month has five.
        var spread = faults(place, rows: 3)
        spread.add(PossibleEvents(area: 0, month: Self.april.advanced(by: 1), category: .any), rows: 3, coverage: nil)
        #expect(spread.rows(in: selection()) == 6)
        #expect(!hides(spread, rows: 10, selection()))
    }

    @Test("A zero is not printed when a row of its own category is at fault, or five rows with the same unknown label")
    func zeros() {
        let own = faults(PossibleEvents(area: 0, month: Self.april, category: .known(7)))
        #expect(hides(own, counted: 0, rows: 10_000, selection()))
        #expect(!hides(own, counted: 1, rows: 10_000, selection()))
        #expect(!hides(own, counted: 0, rows: 10_000, selection([0], Self.quarter, [8])))
        let label = PossibleEvents(area: 0, month: Self.april, category: .label("Violent crime"))
        #expect(!hides(faults(label, rows: 4), counted: 0, rows: 10_000, selection()))
        #expect(hides(faults(label, rows: 5), counted: 0, rows: 10_000, selection()))
        #expect(!hides(faults(label, rows: 5), counted: 1, rows: 10_000, selection()))
        let unknownFlag = PossibleEvents(area: 0, month: Self.april, category: .known(7), flags: nil)
        #expect(!hides(faults(unknownFlag), counted: 0, rows: 10_000, selection(flag: 1)))
    }

    @Test(
        "An unreadable count hides every figure that it may belong to; a readable count is that many rows")
    func numbers() {
        let unread = PossibleEvents(area: 0, month: Self.april, category: .known(7), events: nil)
        #expect(hides(faults(unread), counted: 500, rows: 10_000, selection()))
        #expect(!hides(faults(unread), counted: 500, rows: 10_000, selection([0], Self.quarter, [8])))
        let seventy = PossibleEvents(area: 0, month: Self.april, category: .label("99Z"), events: 70)
        #expect(hides(faults(seventy), counted: 500, rows: 1000, selection()))
        #expect(!hides(faults(seventy), counted: 500, rows: 10_000, selection()))
    }

    @Test("Each client counts once, returns count by indicator and period, and unassigned events by their share")
    func others() throws {
        var faults = SourceFaults()
        let person = RecordKey(high: 1, low: 2)
        faults.clients = [
            PossibleClient(person: person, area: 0, triage: Self.april.firstDay),
            PossibleClient(person: person, area: 0, triage: nil), PossibleClient(person: nil, area: nil, triage: nil),
            PossibleClient(person: nil, area: 1, triage: nil),
            PossibleClient(person: nil, area: 0, triage: Self.quarter.last.lastDay),
        ]
        #expect(faults.clients(ofArea: 0, upTo: Self.april.lastDay) == 2)
        let quarter = ReturnedValue.Span.quarter(FinancialQuarter(containing: Self.april))
        faults.returns = [PossibleReturn(indicator: "fires", area: nil, span: quarter)]
        #expect(faults.returns("fires", area: 3, quarter) == 1)
        #expect(faults.returns("fires", area: 3, .year(FinancialYear(containing: Self.april))) == 0)
        #expect(faults.returns("floods", area: 3, quarter) == 0)
        faults.unassigned = [.init(force: "Cleveland", month: Self.april, areas: [0], events: 50, all: 1000)]
        #expect(faults.unassignedAboveLimit(areas: [0], Self.quarter) == nil)
        faults.unassigned = [.init(force: "Cleveland", month: Self.april, areas: [0], events: 51, all: 1000)]
        #expect(faults.unassignedAboveLimit(areas: [0], Self.quarter)?.events == 51)
        #expect(faults.unassignedAboveLimit(areas: [1], Self.quarter) == nil)
    }
}
