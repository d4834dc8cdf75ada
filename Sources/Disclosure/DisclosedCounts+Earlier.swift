import Indicators
import Tabular

extension DisclosedCounts {
    /// What readers have already: the numbers behind each earlier figure, unless the present facts say otherwise. A figure
    /// that has been revised since tells nothing exact of them. What was withheld is taken up, too: this release must not
    /// reveal it.
    mutating func takeUp(
        _ earlier: [EarlierFigure], in layouts: [TableLayout], sources: Set<String>, _ evaluator: IndicatorEvaluator
    ) {
        let rows = PossibleRows(layouts, sources: sources)
        for figure in earlier {
            guard let place = figure.place else { continue }
            let evaluator = evaluator.at(place.quarter)
            switch figure.meaning {
            case .counted(let indicator, let area):
                guard sources.contains(indicator.subject.source) else { continue }
                let isComparable = figure.measure != .rate || indicator.denominator != nil
                let policy = figure.value == nil ? rows.strictestPolicy[indicator.subject.source] : nil
                takeUp(
                    figure, indicator.with(policy ?? indicator.disclosure), area, place.role, evaluator,
                    isCertain: isComparable)
            case .unknown(let source, let name):
                for (indicator, area) in rows.possible(source: source, areaName: name, evaluator) {
                    takeUp(figure, indicator, area, place.role, evaluator, isCertain: false)
                }
            }
        }
    }

    private mutating func takeUp(
        _ figure: EarlierFigure, _ indicator: Indicator, _ area: Int, _ role: PeriodRole,
        _ evaluator: IndicatorEvaluator, isCertain: Bool
    ) {
        let now = evaluator.evaluate(indicator, figure.measure, role, area: area).0.number
        if let value = figure.value, let now, now.sixPlaces != value.sixPlaces { return }
        // Without a number of now only what cannot be compared, such as a rate of unknown base, may still be the same.
        if figure.value != nil, now == nil, figure.measure != .rate { return }
        for role in figure.measure.bases(role) {
            let name = "\(indicator.words), \(evaluator.areaName(area)), \(evaluator.name(role))"
            for position in add(indicator, role, area, name, evaluator) {
                // A figure that is only possibly the same must not make a small number count as known already.
                if figure.value != nil, isCertain || !counts[position].isSmall { publish(position) }
                if figure.value == nil, isCertain, figure.isOfOtherPipeline { withhold(position) }
            }
        }
    }
}

/// The rows of a release that an earlier figure without a meaning can be.
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

    /// The indicators of the source, when it is known, in the areas with the name; an area that nobody has by that name may
    /// have another one now.
    func possible(
        source: String?, areaName: String, _ evaluator: IndicatorEvaluator
    ) -> [(indicator: Indicator, area: Int)] {
        let named = areas.filter { evaluator.areaName($0) == areaName }
        let own = (named.isEmpty ? areas : named).sorted()
        return indicators.filter { source == nil || $0.subject.source == source }
            .flatMap { indicator in own.map { (indicator, $0) } }
    }
}
