package import Core
package import Indicators
package import Normalisation

/// Handles the records of one source: how rows are read, compared, turned into facts and traced, and which deliveries
/// are expected. A handler holds what the definition says about the source and nothing about its extracts.
package protocol RecordHandler: Sendable {
    /// The codes of the source's events, if it has events.
    var classification: Classification? { get }
    /// The mappings of labels in the source's columns.
    var labels: LabelMappings { get }
    /// The flags that indicators count in the source, in the order of their bits.
    var flags: [String] { get }

    /// Whether the result of a row is a cell of a cube, packed into 64 bits, rather than a reference to a record.
    var rowsAreCells: Bool { get }
    /// Whether a row is the number for one cell, so that two rows with different numbers contradict each other.
    var isOneNumberACell: Bool { get }
    /// Whether the records of an agency or force grow out of date if it delivers nothing more.
    var growsOldInSilence: Bool { get }

    /// Returns a reader for the rows of the source's extracts, to be used on one thread.
    func reader(_ input: ReaderInput) -> any RecordReader

    /// Returns the rows that other rows duplicate or supersede.
    func displacements(_ comparison: RecordComparison) async -> [Displacement]

    /// Adds the `standing` records of an extract to `resolved`. Returns how many of its rows count in each category.
    func resolve(
        _ standing: ExtractRecords, of extract: inout ExtractOutcome, into resolved: inout ResolvedRecords
    ) -> [Int: Int]

    /// Returns doubts about deliveries that differ implausibly from earlier ones. `extracts` are all extracts of the
    /// source with all of their rows, in the order of delivery. `settlement` is the settlement of these extracts, nil
    /// where rows are replaced one by one.
    func doubts(
        _ extracts: [ExtractOutcome], _ settlement: DeliverySettlement?, of source: PipelinePlan.Source,
        _ areas: AreaTable
    ) -> [DeliveryDoubt]

    /// Adds gaps that single records do not show, such as events that the source assigns to no area. `gone` are, for
    /// each extract, the rows that do not count.
    func addFaults(of extracts: [ExtractOutcome], except gone: [Set<UInt64>], to faults: inout FaultCollection)

    /// Adds the facts of the source.
    func addFacts(_ resolved: ResolvedRecords, of source: PipelinePlan.Source, to facts: inout SourceFacts)

    /// Returns what must be delivered for an area, together with what was delivered.
    func deliveries(of expected: ExpectedOfArea, in periods: ExpectedPeriods) -> [Delivery]

    /// Returns whether the source has the data that the code counts.
    func canCount(_ code: SubjectCode) -> Bool

    /// The names of the areas of the source's cells, by position, if every cell can be listed.
    var listedAreas: [String]? { get }

    /// Calls the body for every row of the trace that counts in a cell of events, with the cell and the number of
    /// events.
    func forEachCell(in trace: ExtractTrace, _ body: (TracedRow, FactKey, Int) -> Void)
}

/// Defaults, since most kinds need few of these members.
extension RecordHandler {
    /// Returns whether the source has all categories that a code of events names.
    func knowsCategories(of code: SubjectCode) -> Bool {
        guard let names = code.categoryCodes, let classification else { return false }
        return classification.positions(of: names).count == names.count
    }

    package var classification: Classification? { nil }
    package var labels: LabelMappings { LabelMappings() }
    package var flags: [String] { [] }
    package var rowsAreCells: Bool { false }
    package var isOneNumberACell: Bool { false }
    package var growsOldInSilence: Bool { false }
    package var listedAreas: [String]? { nil }
    package func doubts(
        _ extracts: [ExtractOutcome], _ settlement: DeliverySettlement?, of source: PipelinePlan.Source,
        _ areas: AreaTable
    ) -> [DeliveryDoubt] { [] }
    package func addFaults(of extracts: [ExtractOutcome], except gone: [Set<UInt64>], to faults: inout FaultCollection)
    {}
    package func forEachCell(in trace: ExtractTrace, _ body: (TracedRow, FactKey, Int) -> Void) {}
}
