package import Core
package import Records

/// Finds rates of a quarter that are not available because a table of denominators has no row for the area or the year.
/// A row that says "not known" is enough.
package struct MissingDenominators {
    package let plan: PipelinePlan

    /// A check from its parts.
    package init(plan: PipelinePlan) { self.plan = plan }

    /// Returns one finding for each denominator and year.
    package func findings(for quarter: FinancialQuarter) -> [Finding] {
        DenominatorGaps(plan: plan).gaps(for: quarter).map { gap in
            let names =
                gap.isOfAll ? "every area" : gap.areas.map { plan.areas.areas[$0].shortName }.joined(separator: ", ")
            return Finding(
                .noDenominator, file: gap.name, note: names + (gap.year.map { ", \($0)" } ?? ""))
        }
    }
}
