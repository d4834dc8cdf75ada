import Core
import Indicators
import Normalisation
import PipelineDefinition

/// Returns: figures that a partner has calculated and delivers ready-made.
struct ReturnRecords: RecordKind {
    /// The names that partners use for the returns of indicators.
    let names: ReturnNames

    static var kind: TableSchema.RecordKind { .returns }
    static var counted: CountedSubject { .returns }

    static func bind(_ binding: SourceBinding) -> ReturnRecords? {
        for mapping in binding.definition.mappings {
            binding.scope.errors.report(
                .contradiction("labels of returns cannot be mapped"), at: mapping.field.position)
        }
        let name = binding.definition.name.value
        return ReturnRecords(names: binding.scope.returnNames(binding.scope.returns(of: name), of: name))
    }

    var isOneNumberACell: Bool { true }

    func reader(_ input: ReaderInput) -> any RecordReader {
        RecordListReader(
            ReturnNormaliser(schema: input.schema, areas: input.areas, indicators: names), traces: input.traces)
    }

    func displacements(_ comparison: RecordComparison) async -> [Displacement] {
        await comparison.byRecord(ReturnedValue.self)
    }

    func resolve(
        _ standing: ExtractRecords, of extract: inout ExtractOutcome, into resolved: inout ResolvedRecords
    ) -> [Int: Int] {
        resolved.records.append(standing)
        return [:]
    }

    func addFacts(_ resolved: ResolvedRecords, of source: PipelinePlan.Source, to facts: inout SourceFacts) {
        facts.returns[source.name] = resolved.records.all(ReturnedValue.self)
    }

    func deliveries(of expected: ExpectedOfArea, in periods: ExpectedPeriods) -> [Delivery] {
        names.names.sorted().flatMap { name in
            periods.spans.map { expected.returned(name, $0, amongAreas: periods.areas) }
        }
    }

    func canCount(_ code: SubjectCode) -> Bool {
        code.returned.map(names.names.contains) ?? false
    }
}

extension ReturnedValue: ExtractRecord {
    var contradicted: QuarantinedPlace? {
        .returned(PossibleReturn(indicator: indicator, area: area, span: span))
    }
}

extension ReturnNormaliser: RecordNormaliser {
    func takeList() -> (records: [ReturnedValue], rows: [IdentifiedRow]) {
        let (records, rows) = takeRecords()
        return (records, rows)
    }
}

extension ExpectedOfArea {
    fileprivate func returned(_ indicator: String, _ span: Delivery.Span, amongAreas areas: Int) -> Delivery {
        let match = facts.returns[source]?.first {
            $0.indicator == indicator && $0.area == area && Delivery.Span($0.span) == span
        }
        let state = match.map { Delivery.State.present(reason: $0.value == nil ? $0.reason : nil) } ?? .missing
        return delivery(areas == 1 ? indicator : "\(indicator), \(name)", span, rows: match == nil ? 0 : 1, state)
    }
}

extension Delivery.Span {
    fileprivate init(_ span: ReturnedValue.Span) {
        switch span {
        case .quarter(let quarter): self = .quarter(quarter)
        case .year(let year): self = .year(year)
        }
    }
}
