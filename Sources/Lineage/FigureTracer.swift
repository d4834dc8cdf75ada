public import Core
public import Evaluation
public import Indicators
import Normalisation
import Records

/// Traces the figures of a run back to rows. Rows are looked up by cell, so that one traced run can explain any number
/// of figures.
public struct FigureTracer: Sendable {
    let landed: LandedFacts
    let quarter: FinancialQuarter
    /// The rows of event sources, by source and by cell.
    let cells: [String: TracedCells]
    /// Every figure of the quarter with its formula, table by table and row by row, including figures that a release
    /// suppresses.
    public let figures: [(figure: Figure, formula: FigureFormula)]

    /// Creates a tracer for the figures of a quarter, from extracts that were read with traces.
    public init(_ landed: LandedFacts, quarter: FinancialQuarter) {
        self.landed = landed
        self.quarter = quarter
        var cells: [String: TracedCells] = [:]
        for (index, source) in landed.plan.sources.enumerated() {
            cells[source.name] = TracedCells(
                landed.traces, extracts: landed.extracts.indices.filter { landed.extracts[$0].source == index },
                source.records)
        }
        self.cells = cells
        let plan = landed.plan
        let evaluator = plan.evaluator(of: landed.facts, for: quarter)
        figures = plan.tables.flatMap {
            plan.layout($0, for: quarter).explained(evaluator, quarter: quarter, areas: plan.areas)
        }
    }

    /// Returns the positions of a source's extracts, in the order of delivery.
    func extracts(of source: String) -> [Int] {
        guard let index = landed.plan.sources.firstIndex(where: { $0.name == source }) else { return [] }
        return landed.extracts.indices.filter { landed.extracts[$0].source == index }
    }

    /// Returns a part with the title and the sensitivity of its source.
    func part(
        _ term: FigureLineage.Term, _ period: String, _ months: Period, source name: String, rows: [LineageRow],
        leftOut: [LineageRow], quarantined: [FigureLineage.QuarantinedLines]
    ) -> FigureLineage.Part {
        let source = landed.plan.sources.first { $0.name == name }
        return FigureLineage.Part(
            term: term, period: period, months: months, source: name, sourceTitle: source?.title ?? name,
            isSensitive: source?.schemas.contains(where: \.sensitive) ?? false, rows: rows, leftOut: leftOut,
            quarantined: quarantined)
    }

    /// Returns a row of an extract.
    func row(
        _ extract: Int, _ traced: TracedRow, weight: Rational, _ standing: LineageRow.Standing, month: Month? = nil,
        category: String? = nil, area: String? = nil, person: Int? = nil
    ) -> LineageRow {
        let outcome = landed.extracts[extract]
        return LineageRow(
            extract: extract, file: outcome.file, sha256: outcome.sha256, line: traced.line, weight: weight,
            standing: standing,
            correction: outcome.corrected[traced.line].map { .init(file: $0.file, line: $0.line) },
            month: month, category: category, area: area, person: person, span: traced.span)
    }

    /// Returns the quarantined rows of an extract by rule, limited to the lines for which `isWanted` returns true.
    func quarantined(_ extract: Int, where isWanted: (Int) -> Bool) -> [FigureLineage.QuarantinedLines] {
        let outcome = landed.extracts[extract]
        var lines: [FindingRule: [Int]] = [:]
        for row in outcome.held where isWanted(row.line) {
            if let rule = row.faults.first?.rule { lines[rule, default: []].append(row.line) }
        }
        return lines.sorted { $0.key.rawValue < $1.key.rawValue }.map { rule, lines in
            .init(file: outcome.file, sha256: outcome.sha256, reason: rule, lines: lines.sorted())
        }
    }

    /// Returns the row that finally replaces another row, with its extract's position; nil when a whole extract
    /// replaces the row.
    func holder(_ rowStatus: RowStatus, among extracts: [Int]) -> (extract: Int, row: TracedRow)? {
        var next: RowStatus? = rowStatus
        var found: (extract: Int, row: TracedRow)?
        while let rowStatus = next {
            let place: RowPlace
            switch rowStatus {
            case .duplicate(let other): place = other
            case .superseded(let other): place = other
            case .replaced: return found
            }
            let extract = extracts[place.extract]
            guard let row = landed.traces[extract].row(onLine: place.line) else { return found }
            found = (extract, row)
            // A duplicate refers to the row that it repeats, whether or not that row is counted.
            if case .duplicate = rowStatus { return found }
            next = landed.traces[extract].rowStatuses[place.line]
            if case .duplicate = next { return found }
        }
        return found
    }

    /// Returns the place of a row.
    func place(_ extract: Int, _ row: TracedRow) -> LineageRow.Place {
        .init(file: landed.extracts[extract].file, line: row.line)
    }
}
