import Aggregation
import Core
import Indicators
import Normalisation
import PipelineDefinition

/// Events: each happened on a day in an area and has a category. A row is one event and adds one to a cell of a cube.
struct EventRecords: RecordKind {
    let rules: EventRules

    static var kind: TableSchema.RecordKind { .events }
    static var counted: CountedSubject { .events }
    static var isCountedByMonth: Bool { true }
    static var canBeListed: Bool { true }

    static func bind(_ binding: SourceBinding) -> EventRecords? {
        let (scope, definition) = (binding.scope, binding.definition)
        guard let classification = scope.classification(of: definition) else { return nil }
        return EventRecords(
            rules: EventRules(
                classification: classification, areas: scope.areaRule, flags: scope.flags(of: definition.name.value),
                labels: LabelCompiler(binding).labels(classification),
                notesDays: binding.completeness?.quietDays != nil))
    }

    var classification: Classification? { rules.classification }
    var labels: LabelMappings { rules.labels }
    var flags: [String] { rules.flags }
    var rowsAreCells: Bool { true }

    func reader(_ input: ReaderInput) -> any RecordReader { EventReader(input, rules: rules) }

    func displacements(_ comparison: RecordComparison) async -> [Displacement] { await comparison.byPayload() }

    func resolve(
        _ standing: ExtractRecords, of extract: inout ExtractOutcome, into resolved: inout ResolvedRecords
    ) -> [Int: Int] {
        var byCategory: [Int: Int] = [:]
        extract.cube.forEach { key, count in
            if count != 0 { byCategory[key.category, default: 0] += count }
        }
        resolved.cube.merge(extract.cube)
        return byCategory
    }

    func addFacts(_ resolved: ResolvedRecords, of source: PipelinePlan.Source, to facts: inout SourceFacts) {
        facts.events[source.name] = resolved.eventFacts(of: source)
    }

    func deliveries(of expected: ExpectedOfArea, in periods: ExpectedPeriods) -> [Delivery] {
        periods.months.map(expected.events)
    }

    func canCount(_ code: SubjectCode) -> Bool {
        knowsCategories(of: code)
    }

    var listedAreas: [String]? {
        switch rules.areas {
        case .table(let table): table.areas.map(\.name)
        case .lsoaName(let areas): areas.names
        }
    }

    func forEachCell(in trace: ExtractTrace, _ body: (TracedRow, FactKey, Int) -> Void) {
        for row in trace.rows { body(row, FactKey(word: row.payload), 1) }
    }
}

extension PipelinePlan.Source {
    /// A source of the same events that accepts every area that occurs and expects no deliveries. It serves to measure
    /// the speed of reading alone. Nil if the source has no events.
    package var withOpenAreas: PipelinePlan.Source? {
        guard let events = records as? EventRecords else { return nil }
        return PipelinePlan.Source(
            name: name, title: title, schemas: schemas, patterns: patterns, isOptional: false,
            records: EventRecords(
                rules: EventRules(
                    classification: events.rules.classification, areas: .lsoaName(OpenAreas()), flags: [])))
    }
}
