package import Core
package import Indicators
package import Normalisation

/// What is done with the records of one source: how its rows are read, compared, turned into facts, expected and traced.
/// A handler holds what the definition says of the source and nothing of its extracts.
package protocol RecordHandler: Sendable {
    /// The codes of its events, when it has any.
    var classification: Classification? { get }
    /// What drifting labels of its columns stand for.
    var labels: LabelMappings { get }
    /// The flags that indicators count in it, in the order of their bits.
    var flags: [String] { get }

    /// Whether the result of a row is a cell of a cube, packed into a word, and no record that it points at.
    var rowsAreCells: Bool { get }
    /// Whether a row is the number of one cell, so that two that differ contradict each other.
    var isOneNumberACell: Bool { get }
    /// Whether a deliverer that is silent leaves its records as of an earlier day.
    var growsOldInSilence: Bool { get }

    /// What reads the rows of the source's extracts on one thread.
    func reader(_ input: ReaderInput) -> any RecordReader

    /// The rows that do not stand.
    func displacements(_ comparison: RecordComparison) async -> [Displacement]

    /// Adds what stands of an extract to that of the others. Returns how many of its rows count in each category.
    func resolve(
        _ standing: ExtractRecords, of extract: inout ExtractOutcome, into resolved: inout ResolvedRecords
    ) -> [Int: Int]

    /// What is hardly true of deliveries beside those before them. The extracts are those of the source with all of their rows,
    /// in the order of delivery; the settlement is theirs, nil where rows are replaced one by one.
    func doubts(
        _ extracts: [ExtractOutcome], _ settlement: DeliverySettlement?, of source: PipelinePlan.Source,
        _ areas: AreaTable
    ) -> [DeliveryDoubt]

    /// Adds what the records themselves do not know. `gone` are, for each extract, the rows that do not stand.
    func addFaults(of extracts: [ExtractOutcome], except gone: [Set<UInt64>], to faults: inout FaultCollection)

    /// Adds the facts of the source.
    func addFacts(_ resolved: ResolvedRecords, of source: PipelinePlan.Source, to facts: inout SourceFacts)

    /// What must be delivered of an area, with what was.
    func deliveries(of expected: ExpectedOfArea, in periods: ExpectedPeriods) -> [Delivery]

    /// Whether the source has what the code counts.
    func canCount(_ code: SubjectCode) -> Bool

    /// The names of the areas of its cells by position, when every cell can be listed.
    var listedAreas: [String]? { get }

    /// Every row of the trace that is of a cell of events, with the cell and the number of events.
    func forEachCell(in trace: ExtractTrace, _ body: (TracedRow, FactKey, Int) -> Void)
}

/// Most kinds need few of these.
extension RecordHandler {
    /// Whether the source has all categories that a code of events names.
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
