import Aggregation
import Core
import Evaluation
import Indicators
import Normalisation
import Records

extension FigureTracer {
    // MARK: Persons in treatment

    /// Returns the persons whom a number counts, row by row; for a share, one part for the numerator and one for the
    /// denominator.
    func clients(
        _ term: FigureLineage.Term, _ period: String, _ selection: CountedClients
    ) -> [FigureLineage.Part] {
        guard let clients = selection.clients else {
            return [
                part(term, period, selection.window, source: selection.source, rows: [], leftOut: [], quarantined: [])
            ]
        }
        guard let base = clients.base else { return [persons(term, period, selection, clients.counted)] }
        return [
            persons(term.share.numerator, period, selection, clients.counted),
            persons(term.share.denominator, period, selection, base),
        ]
    }

    /// Returns the rows of the persons in the area. A person's first row has the weight 1 and the others 0, so that the
    /// weights add up to the number of persons.
    private func persons(
        _ term: FigureLineage.Term, _ period: String, _ selection: CountedClients, _ persons: Set<RecordKey>
    ) -> FigureLineage.Part {
        let extracts = extracts(of: selection.source)
        var numbers: [RecordKey: Int] = [:]
        var (rows, leftOut): ([LineageRow], [LineageRow]) = ([], [])
        for extract in extracts {
            let trace = landed.traces[extract]
            let episodes = trace.records.all(Episode.self)
            for traced in trace.rows where traced.outcome == .accepted {
                let episode = episodes[Int(traced.payload)]
                let end = selection.window.last.lastDay
                guard episode.area == selection.area, episode.triage <= end, episode.entry <= end,
                    persons.contains(episode.person)
                else { continue }
                if let rowStatus = trace.rowStatuses[traced.line] {
                    leftOut.append(
                        row(extract, traced, weight: Rational(0), standing(rowStatus, extracts)))
                    continue
                }
                let isFirst = numbers[episode.person] == nil
                let number = numbers[episode.person] ?? numbers.count + 1
                numbers[episode.person] = number
                rows.append(
                    row(extract, traced, weight: Rational(isFirst ? 1 : 0), .counted, person: number))
            }
        }
        return part(
            term, period, selection.window, source: selection.source, rows: rows, leftOut: leftOut,
            quarantined: extracts.flatMap { quarantined($0) { _ in true } })
    }

    // MARK: Returns

    /// Returns the part with the partners' returns that add up to a number.
    func returns(
        _ term: FigureLineage.Term, _ period: String, _ selection: CountedReturns
    ) -> FigureLineage.Part {
        let extracts = extracts(of: selection.source)
        var (rows, leftOut): ([LineageRow], [LineageRow]) = ([], [])
        for extract in extracts {
            let trace = landed.traces[extract]
            let values = trace.records.all(ReturnedValue.self)
            for traced in trace.rows where traced.outcome == .accepted {
                let value = values[Int(traced.payload)]
                guard value.indicator == selection.name, value.area == selection.area,
                    selection.spans.contains(value.span)
                else { continue }
                let rowStatus = trace.rowStatuses[traced.line].map { standing($0, extracts) }
                let weight = rowStatus == nil ? value.value ?? Rational(0) : Rational(0)
                let found = row(
                    extract, traced, weight: weight, rowStatus ?? .counted, month: nil,
                    category: value.indicator, area: landed.plan.areas.areas[value.area].code)
                if rowStatus == nil { rows.append(found) } else { leftOut.append(found) }
            }
        }
        let periods = selection.spans.map { span in
            switch span {
            case .year(let year): year.period
            case .quarter(let quarter): quarter.period
            }
        }
        let first = periods.map(\.first).min() ?? quarter.period.first
        let months = Period(first: first, last: periods.map(\.last).max() ?? first)
        return part(
            term, period, months, source: selection.source, rows: rows, leftOut: leftOut,
            quarantined: extracts.flatMap { quarantined($0) { _ in true } })
    }

    private func standing(_ rowStatus: RowStatus, _ extracts: [Int]) -> LineageRow.Standing {
        if case .replaced(let other) = rowStatus {
            return .leftOut(.replaced, by: .init(file: landed.extracts[extracts[other]].file, line: nil))
        }
        let place = holder(rowStatus, among: extracts).map { self.place($0.extract, $0.row) }
        if case .duplicate = rowStatus { return .leftOut(.duplicate, by: place) }
        return .leftOut(.superseded, by: place)
    }
}
