import Aggregation
import Core
import Indicators
import Normalisation
import PipelineDefinition

/// Counts: the number of events in an area and period, which the publisher has counted before delivery.
struct CountRecords: RecordKind {
    let rules: CountRules
    let areas: AreaTable

    static var kind: TableSchema.RecordKind { .counts }
    static var counted: CountedSubject { .events }
    static var isCountedByMonth: Bool { true }

    static func bind(_ binding: SourceBinding) -> CountRecords? {
        guard let classification = binding.scope.classification(of: binding.definition) else { return nil }
        binding.checkAreasOfCounts()
        return CountRecords(
            rules: CountRules(
                classification: classification, labels: LabelCompiler(binding).labels(classification)),
            areas: binding.scope.areas.table)
    }

    var classification: Classification? { rules.classification }
    var labels: LabelMappings { rules.labels }
    var isOneNumberACell: Bool { true }

    func reader(_ input: ReaderInput) -> any RecordReader {
        RecordListReader(
            CountNormaliser(schema: input.schema, rules: rules, areas: input.areas), traces: input.traces)
    }

    func displacements(_ comparison: RecordComparison) async -> [Displacement] {
        await comparison.byRecordWithinExtracts(EventCount.self)
    }

    func resolve(
        _ standing: ExtractRecords, of extract: inout ExtractOutcome, into resolved: inout ResolvedRecords
    ) -> [Int: Int] {
        let counts = standing.all(EventCount.self)
        var byCategory: [Int: Int] = [:]
        for count in counts {
            guard let key = count.key else { continue }
            resolved.cube.add(key, count.count)
            resolved.delivered.append(key)
            if count.constituent > 0 || areas.hasConstituents(ofArea: count.area) { resolved.names.add(count) }
            byCategory[count.category, default: 0] += 1
        }
        if let finding = namedTwice(counts, file: extract.file) { extract.findings.append(finding) }
        // The cube now holds these counts, so the records are dropped.
        extract.records = ExtractRecords()
        return byCategory
    }

    /// Reports areas with two numbers for one cell in one extract, under two names. Both numbers are added, although
    /// they may be the same number delivered twice.
    private func namedTwice(_ counts: [EventCount], file: String) -> Finding? {
        guard counts.contains(where: { $0.otherName != 0 }) else { return nil }
        var names: [FactKey: UInt32] = [:]
        var both: Set<FactKey> = []
        for count in counts {
            guard let key = count.key else { continue }
            if let known = names.updateValue(count.otherName, forKey: key), known != count.otherName {
                both.insert(key)
            }
        }
        guard !both.isEmpty else { return nil }
        let months = Set(both.map(\.month)).sorted()
        let more = months.count > 1 ? " and \(months.count - 1) more" : ""
        let number = UnitNoun(plural: "numbers").counted(both.count)
        let places = Set(both.map(\.area)).sorted().map { areas.areas[$0].shortName }.joined(separator: ", ")
        return Finding(
            .areaNamedTwice, file: file, note: "\(number) of \(places), from \(months[0].name) \(months[0].year)\(more)"
        )
    }

    func doubts(
        _ extracts: [ExtractOutcome], _ settlement: DeliverySettlement?, of source: PipelinePlan.Source,
        _ areas: AreaTable
    ) -> [DeliveryDoubt] {
        guard let settlement else { return [] }
        return CellsNotPublishedAgain(extracts, settlement, classification: rules.classification, areas: areas).doubts
    }

    func addFaults(of extracts: [ExtractOutcome], except gone: [Set<UInt64>], to faults: inout FaultCollection) {
        faults.take(unassigned: UnassignedCounts.all(in: extracts, except: gone))
    }

    func addFacts(_ resolved: ResolvedRecords, of source: PipelinePlan.Source, to facts: inout SourceFacts) {
        facts.events[source.name] = resolved.eventFacts(of: source, gaps: resolved.names.gaps(in: areas))
    }

    func deliveries(of expected: ExpectedOfArea, in periods: ExpectedPeriods) -> [Delivery] {
        periods.months.map(expected.events)
    }

    func canCount(_ code: SubjectCode) -> Bool {
        knowsCategories(of: code)
    }

    func forEachCell(in trace: ExtractTrace, _ body: (TracedRow, FactKey, Int) -> Void) {
        let counts = trace.records.all(EventCount.self)
        for row in trace.rows {
            let count = counts[Int(row.payload)]
            guard row.outcome == .accepted, let cell = count.key else { continue }
            body(row, cell, count.count)
        }
    }
}

extension EventCount: ExtractRecord {
    /// Count tables cover the whole country, so an area without any row is still covered by the table.
    static var isOfAllAreas: Bool { true }
    var cell: (area: Int, month: Month)? { (area, month) }

    var events: PossibleEvents? {
        guard area >= 0 else { return nil }
        return PossibleEvents(area: area, month: month, category: .known(category), events: count)
    }

    var contradicted: QuarantinedPlace? {
        .events(PossibleEvents(area: area, month: month, category: .known(category), events: nil))
    }
}

extension CountNormaliser: RecordNormaliser {
    func takeList() -> (records: [EventCount], rows: [IdentifiedRow]) {
        let (records, rows) = takeRecords()
        return (records, rows)
    }

    var readsPieces: Bool { true }
}

extension SourceBinding {
    /// Checks that the definition has a table of areas and, if a schema has a column of partnerships, that this table
    /// names the partnerships.
    fileprivate func checkAreasOfCounts() {
        guard case .table(let areas) = scope.definition.areas else {
            scope.errors.report(
                .contradiction("counts need known areas: write 'table' and 'home' in 'areas'"),
                at: definition.name.position)
            return
        }
        let needsCSP = schemas.contains { !$0.fields(.csp).isEmpty }
        if needsCSP, !scope.areas.table.areas.isEmpty, scope.areas.table.byCSP.isEmpty {
            scope.errors.report(
                .contradiction("the role 'csp' needs a column 'csp_name' or 'csp_code' in the table of areas"),
                at: areas.table.position)
        }
    }
}
