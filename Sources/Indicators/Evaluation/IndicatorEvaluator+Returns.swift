import Aggregation
import Core

extension IndicatorEvaluator {
    /// The spans of the returns that a value is taken from. The baseline of a count is the year's own return; when none was
    /// sent and every quarter of the year has a value, the year is the sum of its quarters.
    func returnedSpans(
        _ source: String, _ name: String, _ kind: IndicatorKind, _ role: PeriodRole, area: Int
    ) -> [ReturnedValue.Span] {
        let usual = role.spans(for: quarter, kind)
        // A yearly return that is at fault was sent nevertheless, and may differ from the sum.
        func isSent(_ span: ReturnedValue.Span) -> Bool {
            returnedRow(source, name, span, area: area) != nil
                || (facts.faults[source]?.returns(name, area: area, span) ?? 0) > 0
        }
        guard role == .baseline, kind == .count, !usual.contains(where: isSent) else { return usual }
        let quarters = (1...4).compactMap { FinancialQuarter(year: quarter.year.previous, number: $0) }
            .map { ReturnedValue.Span.quarter($0) }
        return quarters.allSatisfy { returnedRow(source, name, $0, area: area)?.value != nil } ? quarters : usual
    }

    /// What a partner sent for the span: a value, or the reason why there is none. Nil when nothing was sent.
    func returnedRow(_ source: String, _ name: String, _ span: ReturnedValue.Span, area: Int) -> ReturnedValue? {
        facts.returns[source]?.first { $0.indicator == name && $0.area == area && $0.span == span }
    }
}
