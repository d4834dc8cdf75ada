import Core
public import Evaluation
public import Indicators
import Normalisation
import Records

/// Traces the figures of a run back to rows. Rows are looked up by cell, so that one traced run explains any number of
/// figures.
public struct FigureTracer: Sendable {
    let result: RunResult
    /// The rows that are of cells of events by cell, by source.
    let cells: [String: TracedCells]

    /// A tracer of a run that was evaluated with traces.
    public init(_ result: RunResult) {
        self.result = result
        var cells: [String: TracedCells] = [:]
        for (index, source) in result.plan.sources.enumerated() {
            cells[source.name] = TracedCells(
                result.traces, extracts: result.extracts.indices.filter { result.extracts[$0].source == index },
                source.records)
        }
        self.cells = cells
    }

    /// Every figure of the run with its formula, table by table and row by row.
    public var figures: [(figure: Figure, formula: FigureFormula)] {
        let evaluator = result.plan.evaluator(of: result.facts, for: result.quarter)
        return result.plan.tables.flatMap {
            result.plan.layout($0, for: result.quarter).explained(
                evaluator, quarter: result.quarter, areas: result.plan.areas)
        }
    }

    /// Where a figure of the formula comes from.
    public func lineage(of formula: FigureFormula) -> FigureLineage {
        FigureLineage(
            formula: formula, parts: zip(FigureLineage.terms(of: formula), formula.values).flatMap { parts($0, $1) })
    }

    private func parts(_ term: FigureLineage.Term, _ value: IndicatorValue) -> [FigureLineage.Part] {
        var parts =
            switch value.selection {
            case .events(let selection): [events(term, value.period, selection)]
            case .clients(let selection): clients(term, value.period, selection)
            case .returns(let selection): [returns(term, value.period, selection)]
            }
        if case .missing(let reason) = value.value { for index in parts.indices { parts[index].missing = reason } }
        return parts
    }

    // MARK: Extracts

    /// The positions of a source's extracts, in the order of delivery.
    func extracts(of source: String) -> [Int] {
        guard let index = result.plan.sources.firstIndex(where: { $0.name == source }) else { return [] }
        return result.extracts.indices.filter { result.extracts[$0].source == index }
    }

    /// What a part says of its source, with its rows.
    func part(
        _ term: FigureLineage.Term, _ period: String, _ months: Period, source name: String, rows: [LineageRow],
        leftOut: [LineageRow], quarantined: [FigureLineage.QuarantinedLines]
    ) -> FigureLineage.Part {
        let source = result.plan.sources.first { $0.name == name }
        return FigureLineage.Part(
            term: term, period: period, months: months, source: name, sourceTitle: source?.title ?? name,
            isSensitive: source?.schemas.contains(where: \.sensitive) ?? false, rows: rows, leftOut: leftOut,
            quarantined: quarantined)
    }

    /// A row of an extract.
    func row(
        _ extract: Int, _ traced: TracedRow, weight: Rational, _ standing: LineageRow.Standing, month: Month? = nil,
        category: String? = nil, area: String? = nil, person: Int? = nil
    ) -> LineageRow {
        let outcome = result.extracts[extract]
        return LineageRow(
            extract: extract, file: outcome.file, sha256: outcome.sha256, line: traced.line, weight: weight,
            standing: standing,
            correction: outcome.corrected[traced.line].map { .init(file: $0.file, line: $0.line) },
            month: month, category: category, area: area, person: person, span: traced.span)
    }

    /// The quarantined rows of an extract by rule, those of which `isWanted` says so by line.
    func quarantined(_ extract: Int, where isWanted: (Int) -> Bool) -> [FigureLineage.QuarantinedLines] {
        let outcome = result.extracts[extract]
        var lines: [FindingRule: [Int]] = [:]
        for row in outcome.held where isWanted(row.line) {
            if let rule = row.faults.first?.rule { lines[rule, default: []].append(row.line) }
        }
        return lines.sorted { $0.key.rawValue < $1.key.rawValue }.map { rule, lines in
            .init(file: outcome.file, sha256: outcome.sha256, reason: rule, lines: lines.sorted())
        }
    }

    /// The row that stands in the place of another in the end, with the extract's position; nil when the extract as a
    /// whole is replaced.
    func holder(_ departure: RowDeparture, among extracts: [Int]) -> (extract: Int, row: TracedRow)? {
        var next: RowDeparture? = departure
        var found: (extract: Int, row: TracedRow)?
        while let departure = next {
            let place: RowPlace
            switch departure {
            case .duplicate(let other): place = other
            case .superseded(let other): place = other
            case .replaced: return found
            }
            let extract = extracts[place.extract]
            guard let row = result.traces[extract].row(onLine: place.line) else { return found }
            found = (extract, row)
            // A duplicate is one of a row, whatever became of that.
            if case .duplicate = departure { return found }
            next = result.traces[extract].departures[place.line]
            if case .duplicate = next { return found }
        }
        return found
    }

    /// The place of a row.
    func place(_ extract: Int, _ row: TracedRow) -> LineageRow.Place {
        .init(file: result.extracts[extract].file, line: row.line)
    }
}
