import Aggregation
package import Core
package import Releases

extension Delivery {
    /// Describes a delivery that is not complete, without any value of a row:
    /// `312 rows; the source stops on 2019-06-20`. A return without a value is described by the partner's reason. Nil
    /// for any other complete delivery, and if none is expected.
    public var evidence: String? {
        switch state {
        case .notExpected, .present(nil): return nil
        case .present(let reason?): return reason
        case .missing:
            if !deliverers.isEmpty { return "no readable rows from \(deliverers.joined(separator: " or "))" }
            if case .month = span { return "no rows" }
            return rows == nil ? "no row is dated in the period" : "no return"
        case .partial(let cause):
            guard let cause else { return "no row is dated in the last days of the period" }
            guard !withholdsCounts else { return evidenceWithoutCounts(cause) }
            let counted = rows.map { UnitNoun(plural: "rows").counted($0) } ?? "rows"
            return switch cause {
            case .stops(let day): "\(counted); the source stops on \(date(day))"
            case .starts(let day): "\(counted); the source starts on \(date(day))"
            case .smallDelivery(let rows, let usual):
                "the delivery has \(WholeNumber.grouped(rows)) rows where about \(WholeNumber.grouped(usual)) are usual"
            case .few(let usual): "\(counted) where about \(WholeNumber.grouped(usual)) are usual"
            case .constituents(let gap): gap.words
            }
        }
    }

    private func evidenceWithoutCounts(_ cause: PartialMonth.Cause) -> String {
        switch cause {
        case .stops(let day): "the source stops on \(date(day))"
        case .starts(let day): "the source starts on \(date(day))"
        case .smallDelivery, .few: "there are far fewer rows than usual"
        case .constituents(let gap): gap.words
        }
    }

    /// The finding about a gap; nil if the delivery is complete or not expected.
    package var finding: Finding? {
        guard isGap, let evidence else { return nil }
        let rule: FindingRule = if case .missing = state { .missingMonth } else { .partialMonth }
        return Finding(rule, file: source, column: subject, value: "\(span): \(evidence)", note: limit)
    }

    /// States the limit, as a share of the usual rows; nil if the number of rows is not the cause.
    private var limit: String? {
        guard let partialBelow, case .partial(let cause?) = state else { return nil }
        switch cause {
        case .few, .smallDelivery: return "the limit is \(partialBelow)% of the usual rows"
        case .stops, .starts, .constituents: return nil
        }
    }

    /// The gap as manifests record it; nil if there is none.
    package var manifestGap: Manifest.Gap? {
        finding.map { finding in
            Manifest.Gap(
                source: source, subject: subject, period: "\(span)", reason: finding.rule.rawValue,
                evidence: evidence ?? "")
        }
    }

    /// The note on a gap for a report; nil if there is none.
    package var note: String? {
        guard isGap, let evidence else { return nil }
        if case .missing = state {
            return "\(title), \(subject), \(span.words): not delivered. Figures that need it are not available."
        }
        return "\(title), \(subject), \(span.words): delivered only in part (\(evidence)). "
            + "Figures that need it are not available."
    }

    private func date(_ day: Int) -> String { "\(span.last)-" + Digits.padded(day, to: 2) }
}
