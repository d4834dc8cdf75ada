import Indicators
import Tabular

extension DisclosedCounts {
    /// What readers have already: the numbers behind each earlier figure, unless the present facts say otherwise. A figure
    /// that has been revised since tells nothing exact of them. What was withheld is taken up, too: this release must not
    /// give it back.
    mutating func takeUp(
        _ earlier: [EarlierFigure], _ layouts: [TableLayout], sources: Set<String>, _ evaluator: IndicatorEvaluator
    ) {
        var rows: [[String]: (indicator: Indicator, area: Int)] = [:]
        for layout in layouts {
            for row in layout.rows where sources.contains(row.indicator.subject.source) {
                for area in Set(layout.columns.map(\.area)) {
                    rows[[layout.id, row.section, row.label, evaluator.areaName(area)]] = (row.indicator, area)
                }
            }
        }
        for figure in earlier {
            guard let (indicator, area) = rows[[figure.table, figure.section, figure.row, figure.area]],
                let place = figure.place
            else { continue }
            let evaluator = evaluator.at(place.quarter)
            let now = evaluator.evaluate(indicator, figure.measure, place.role, area: area).0.number
            if let value = figure.value, now?.sixPlaces != value.sixPlaces { continue }
            for role in figure.measure.bases(place.role) {
                let name = "\(figure.row), \(figure.area), \(evaluator.name(role))"
                for position in add(indicator, role, area, name, evaluator) where figure.value != nil {
                    publish(position)
                }
            }
        }
    }
}
