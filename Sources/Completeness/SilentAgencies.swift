package import Core
import Normalisation
package import Records

/// Finds agencies without a delivery for a quarter that other agencies have delivered. Their episodes are as of an
/// earlier day, and what they have done since is missing from every figure.
package struct SilentAgencies {
    package let plan: PipelinePlan
    package let extracts: [ExtractOutcome]

    /// A check from its parts.
    package init(plan: PipelinePlan, extracts: [ExtractOutcome]) {
        self.plan = plan
        self.extracts = extracts
    }

    /// Returns one finding for each file with the last delivery of such an agency.
    package func findings(for quarter: FinancialQuarter) -> [Finding] {
        plan.sources.indices.flatMap { index -> [Finding] in
            guard plan.sources[index].records.growsOldInSilence, plan.sources[index].delivery != nil else { return [] }
            var last: [DeliveryUnit: (day: CalendarDate, file: String)] = [:]
            for extract in extracts where extract.source == index {
                guard let day = extract.delivered else { continue }
                for unit in extract.standingUnits.keys where last[unit].map({ $0.day < day }) ?? true {
                    last[unit] = (day, extract.file)
                }
            }
            let end = quarter.period.last.lastDay
            guard last.values.contains(where: { $0.day > end }) else { return [] }
            let silent = Dictionary(grouping: last.values.filter { $0.day <= end }, by: \.file)
            return silent.sorted { $0.key < $1.key }.map { file, agencies in
                let number = agencies.count == 1 ? "1 agency" : "\(agencies.count) agencies"
                return Finding(.agencyNotDelivered, file: file, note: "\(number), \(quarter.title)")
            }
        }
    }
}
