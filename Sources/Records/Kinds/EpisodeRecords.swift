import Aggregation
import Core
import Indicators
import Normalisation

/// Episodes: a person's spells of treatment, dated by day.
struct EpisodeRecords: RecordKind {
    let rules: EpisodeRules

    static var kind: TableSchema.RecordKind { .episodes }
    static var counted: CountedSubject { .clients }
    static var hasEntry: Bool { true }

    static func mapped(_ schemas: [TableSchema], of binding: SourceBinding) -> [TableSchema] {
        EpisodeCompiler(scope: binding.scope, folder: binding.folder).mapped(schemas, by: binding.definition)
    }

    static func bind(_ binding: SourceBinding) -> EpisodeRecords? {
        EpisodeRecords(
            rules: EpisodeCompiler(scope: binding.scope, folder: binding.folder)
                .rules(binding.definition, binding.schemas))
    }

    var growsOldInSilence: Bool { true }

    func reader(_ input: ReaderInput) -> any RecordReader {
        RecordListReader(
            EpisodeNormaliser(schema: input.schema, areas: input.areas, rules: rules, hasher: input.hasher),
            traces: input.traces)
    }

    func displacements(_ comparison: RecordComparison) async -> [Displacement] {
        await comparison.byRecord(Episode.self)
    }

    func resolve(
        _ standing: ExtractRecords, of extract: inout ExtractOutcome, into resolved: inout ResolvedRecords
    ) -> [Int: Int] {
        resolved.records.append(standing)
        return [:]
    }

    func doubts(
        _ extracts: [ExtractOutcome], _ settlement: DeliverySettlement?, of source: PipelinePlan.Source,
        _ areas: AreaTable
    ) -> [DeliveryDoubt] { ChangedPersons(extracts, limits: source.limits).doubts }

    func addFacts(_ resolved: ResolvedRecords, of source: PipelinePlan.Source, to facts: inout SourceFacts) {
        facts.episodes[source.name] = resolved.records.all(Episode.self)
        facts.treatmentDays[source.name] = source.completeness.map { (resolved.days, $0) }
    }

    func deliveries(of expected: ExpectedOfArea, in periods: ExpectedPeriods) -> [Delivery] {
        periods.quarters.map(expected.treatment)
    }

    func canCount(_ code: SubjectCode) -> Bool { code.drugs != nil }
}

extension Episode: ExtractRecord {
    var covered: (area: Int, month: Month)? { (area, triage.month) }
    var days: [CalendarDate] { [triage] + (discharge.map { [$0] } ?? []) }
}

extension EpisodeNormaliser: RecordNormaliser {
    func takeList() -> (records: [Episode], rows: [IdentifiedRow]) {
        let (records, rows) = takeRecords()
        return (records, rows)
    }

    var notes: [RowFault] {
        let start = schema.fields(.modalityStart).first
        return rowsWithoutStart.map { RowFault(row: $0, rule: .modalityWithoutStart, field: start) }
    }

    /// Returns any client, since a row in pieces may be about anybody.
    func place(ofPieces pieces: [String]) -> QuarantinedPlace { .client(.anybody) }
}

extension ExpectedOfArea {
    /// Returns the delivery of treatment data for the quarter, without a number of rows, which is not needed here.
    fileprivate func treatment(_ quarter: FinancialQuarter) -> Delivery {
        let days = facts.treatmentDays[source]
        let isThere =
            facts.episodes[source]?.contains { $0.area == area } == true
            && days?.days.touches(quarter.period) == true
        let isWhole = days.map { $0.rule.reachesEnd(of: quarter.period.last, $0.days) }
        return delivery(
            name, .quarter(quarter), rows: nil,
            !isThere ? .missing : isWhole ?? true ? .present(reason: nil) : .partial(nil))
    }
}
