import Aggregation
import Core

extension IndicatorEvaluator {
    /// Returns the spans of the returns that a value is calculated from. The baseline of a count is the return for the
    /// year. If none was sent and every quarter of the year has a value, the baseline is the sum of the quarters.
    func returnedSpans(
        _ source: String, _ name: String, _ kind: IndicatorKind, _ role: PeriodRole, area: Int
    ) -> [ReturnedValue.Span] {
        let usual = role.spans(for: quarter, kind)
        // A yearly return in quarantine was sent, and may differ from the sum of the quarters.
        func isSent(_ span: ReturnedValue.Span) -> Bool {
            returnedRow(source, name, span, area: area) != nil
                || (facts.faults[source]?.returns(name, area: area, span) ?? 0) > 0
        }
        guard role == .baseline, kind == .count, !usual.contains(where: isSent) else { return usual }
        let quarters = (1...4).compactMap { FinancialQuarter(year: quarter.year.previous, number: $0) }
            .map { ReturnedValue.Span.quarter($0) }
        return quarters.allSatisfy { returnedRow(source, name, $0, area: area)?.value != nil } ? quarters : usual
    }

    /// Returns what a partner sent for the span: a value, or the reason why there is none. Nil when nothing was sent.
    func returnedRow(_ source: String, _ name: String, _ span: ReturnedValue.Span, area: Int) -> ReturnedValue? {
        facts.returns[source]?.first { $0.indicator == name && $0.area == area && $0.span == span }
    }
}
