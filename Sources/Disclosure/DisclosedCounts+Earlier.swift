import Core
import Indicators

extension DisclosedCounts {
    /// Adds what readers already have: the numbers behind each earlier figure. They are left out where the present
    /// facts give another figure: a figure that has been revised shows nothing exact about the present numbers.
    /// Withheld numbers are added, too, because this release must not reveal them. With `certainOnly`, a number counts
    /// as known only where earlier figures allow no other value. A rate, share or difference may be the same although
    /// the numbers behind it have changed.
    mutating func takeUp(
        _ earlier: [EarlierFigure], in layouts: [TableLayout], sources: Set<String>, _ evaluator: IndicatorEvaluator,
        certainOnly: Bool
    ) {
        let rows = PossibleRows(layouts, sources: sources)
        var links: [EarlierLink] = []
        defer { publish(links, certainOnly: certainOnly) }
        let revised = Self.revisedSources(earlier, evaluator)
        for figure in earlier {
            guard let place = figure.place else { continue }
            let evaluator = evaluator.at(place.quarter)
            switch figure.meaning {
            case .counted(let indicator, let area):
                guard sources.contains(indicator.subject.source) else { continue }
                let isComparable = !figure.measure.isRate || indicator.denominator != nil
                let strictest = rows.strictestPolicy[indicator.subject.source] ?? .none
                // Where there is no policy here, the usual one applies. Most likely the release that withheld the
                // figure had it.
                let policy = figure.value == nil ? (strictest == .none ? .usual : strictest) : nil
                takeUp(
                    figure, indicator.with(policy ?? indicator.disclosure), area, place.role, evaluator, &links,
                    isCertain: isComparable, staysWithheld: figure.isOfOtherPipeline || strictest == .none)
                if figure.value == nil, policy != nil,
                    figure.mayHaveOtherPolicy || revised.contains(indicator.subject.source),
                    figure.measure.bases(.quarter).count == 1
                {
                    keepWithheld(indicator, area, place.role, evaluator)
                }
            case .unknown(let source, let name):
                for (indicator, area) in rows.possible(source: source, areaName: name, evaluator) {
                    takeUp(figure, indicator, area, place.role, evaluator, &links, isCertain: false)
                }
            }
        }
    }

    /// Returns the sources with a published figure that differs from the present facts.
    private static func revisedSources(_ earlier: [EarlierFigure], _ evaluator: IndicatorEvaluator) -> Set<String> {
        var found: Set<String> = []
        for figure in earlier where figure.measure == .value {
            guard case .counted(let indicator, let area) = figure.meaning, let value = figure.value,
                let place = figure.place, !found.contains(indicator.subject.source)
            else { continue }
            let now = evaluator.at(place.quarter).evaluate(indicator, .value, place.role, area: area).0.number
            if now?.sixPlaces != value.sixPlaces { found.insert(indicator.subject.source) }
        }
        return found
    }

    /// Withholds a number again that was withheld before and is now just above the limit. It was probably small before,
    /// or the limit was higher. Together with the change in a total, the present number would show how small the
    /// earlier number was. The earlier limit was probably no lower than the usual one.
    private mutating func keepWithheld(
        _ indicator: Indicator, _ area: Int, _ role: PeriodRole, _ evaluator: IndicatorEvaluator
    ) {
        let name = "\(indicator.words), \(evaluator.areaName(area)), \(evaluator.name(role))"
        for position in add(indicator, role, area, name, evaluator) {
            guard case .suppressBelow(let limit, _) = counts[position].policy.stricter(.usual),
                counts[position].value < Rational(2 * limit)
            else { continue }
            withhold(position)
        }
    }

    private mutating func takeUp(
        _ figure: EarlierFigure, _ indicator: Indicator, _ area: Int, _ role: PeriodRole,
        _ evaluator: IndicatorEvaluator, _ links: inout [EarlierLink], isCertain: Bool, staysWithheld: Bool = false
    ) {
        let now = evaluator.evaluate(indicator, figure.measure, role, area: area).0.number
        if let value = figure.value, let now, now.sixPlaces != value.sixPlaces { return }
        // Without a present number, only a figure that cannot be compared is perhaps still the same, such as a rate
        // with an unknown denominator.
        if figure.value != nil, now == nil, !figure.measure.isRate { return }
        let positions = figure.measure.bases(role).flatMap { role in
            add(
                indicator, role, area, "\(indicator.words), \(evaluator.areaName(area)), \(evaluator.name(role))",
                evaluator)
        }
        if let value = figure.value {
            links.append(
                EarlierLink(
                    positions: Set(positions), measure: figure.measure, isZero: value == Rational(0),
                    isCertain: isCertain))
        } else if isCertain, staysWithheld {
            for position in positions { withhold(position) }
        }
    }

    private mutating func publish(_ links: [EarlierLink], certainOnly: Bool) {
        for position in EarlierLink.known(by: links) { publish(position) }
        guard !certainOnly else { return }
        for link in links {
            // A figure that is only possibly the same must not make a small number count as already known.
            for position in link.positions where link.isCertain || !counts[position].isSmall { publish(position) }
        }
    }
}

/// An earlier figure that is still the same, and the numbers that it is calculated from.
private struct EarlierLink {
    let positions: Set<Int>
    let measure: Measure
    let isZero: Bool
    /// Whether it is certainly the same figure.
    let isCertain: Bool

    /// Returns the numbers that readers know: those with their own figure, and the last unknown number of a figure when
    /// readers know its other numbers. A share or difference of zero does not show how large its numbers are. Two
    /// measures of the same two numbers, such as their difference and their percentage change, reveal both.
    static func known(by links: [EarlierLink]) -> Set<Int> {
        let certain = links.filter(\.isCertain)
        var known: Set<Int> = []
        for (pair, links) in Dictionary(grouping: certain, by: \.positions) where pair.count == 2 {
            if Set(links.filter { !$0.isZero }.map(\.measure)).count > 1 { known.formUnion(pair) }
        }
        var grows = true
        while grows {
            grows = false
            for link in certain where link.positions.count == 1 || !link.isZero {
                let open = link.positions.subtracting(known)
                guard open.count == 1, let last = open.first else { continue }
                known.insert(last)
                grows = true
            }
        }
        return known
    }
}

/// The rows of a release that an earlier figure without a known meaning may belong to.
private struct PossibleRows {
    private var indicators: [Indicator] = []
    private var areas: Set<Int> = []
    /// The strictest policy of each source.
    private(set) var strictestPolicy: [String: DisclosurePolicy] = [:]

    init(_ layouts: [TableLayout], sources: Set<String>) {
        var seen: Set<IndicatorSubject> = []
        for layout in layouts {
            areas.formUnion(layout.columns.map(\.area))
            for indicator in layout.rows.map(\.indicator) where sources.contains(indicator.subject.source) {
                let source = indicator.subject.source
                strictestPolicy[source] = (strictestPolicy[source] ?? .none).stricter(indicator.disclosure)
                if seen.insert(indicator.subject).inserted { indicators.append(indicator) }
            }
        }
    }

    /// Returns the indicators of the source in the areas with the name. When the source is not known, it returns those
    /// of all sources. Where no area has the name, the area may have been renamed, so all areas are included.
    func possible(
        source: String?, areaName: String, _ evaluator: IndicatorEvaluator
    ) -> [(indicator: Indicator, area: Int)] {
        let named = areas.filter { evaluator.areaName($0) == areaName }
        let own = (named.isEmpty ? areas : named).sorted()
        return indicators.filter { source == nil || $0.subject.source == source }
            .flatMap { indicator in own.map { (indicator, $0) } }
    }
}
