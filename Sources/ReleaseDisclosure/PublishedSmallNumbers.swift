import Core
import Files
import Indicators
package import Records
package import ReleaseStore
import Releases

/// Small numbers and numbers of rows that issued releases show for sources that are protected here. A later release
/// cannot withhold them from readers, so they are reported.
package struct PublishedSmallNumbers {
    package let plan: PipelinePlan
    package let figures: EarlierFigures

    /// A check from its parts.
    package init(plan: PipelinePlan, figures: EarlierFigures) {
        self.plan = plan
        self.figures = figures
    }

    /// Returns one notice for each file of the releases with such numbers.
    package func notices(of releases: [ReleaseFolder]) -> [ProtectionNotice] {
        let policies = policies
        return releases.flatMap { release -> [ProtectionNotice] in
            var small: [String: Int] = [:]
            for (figure, indicator) in figures.counted(in: release) where figure.measure == .value {
                guard let number = figure.number, figure.unit != FigureUnit.percent.name,
                    policy(of: indicator, policies).withholds(number)
                else { continue }
                small[figure.key.table, default: 0] += 1
            }
            let sources = figures.sources(of: release.manifest)
            let confidential = plan.confidentialSources
            let counted = release.manifest.inputs.filter { input in
                input.rows != nil && sources[input.source].map(confidential.contains) ?? false
            }
            let extracts = counted.count
            let folder = [release.manifest.pipeline, release.manifest.quarter, release.manifest.releaseID]
                .joined(separator: "/")
            let byGroup = counted.count { $0.acceptedByCategoryGroup != nil }
            return small.sorted { $0.key < $1.key }.map { table, number in
                .published(
                    number, of: number == 1 ? "small number" : "small numbers", in: folder, table + ".csv")
            }
                + (extracts == 0
                    ? []
                    : [
                        .published(
                            extracts,
                            of: extracts == 1 ? "extract with numbers of rows" : "extracts with numbers of rows",
                            in: folder, OutputLayout.Name.dataQuality)
                    ])
                + (byGroup == 0
                    ? []
                    : [
                        .published(
                            byGroup,
                            of: (byGroup == 1 ? "extract" : "extracts")
                                + " with numbers of rows by group of categories",
                            in: folder,
                            release.manifest.extracts == nil
                                ? OutputLayout.Name.manifest : OutputLayout.Name.extracts)
                    ])
        }
    }

    /// The policies of each source's indicators.
    private var policies: [String: [IndicatorSubject: DisclosurePolicy]] {
        var found: [String: [IndicatorSubject: DisclosurePolicy]] = [:]
        for indicator in plan.tables.flatMap(\.rows).map(\.indicator) {
            let subject = indicator.subject
            let before = found[subject.source]?[subject] ?? .none
            found[subject.source, default: [:]][subject] = before.stricter(indicator.disclosure)
        }
        return found
    }

    /// Returns the plan's policy for a number of a release. If no row of the plan counts the same, the number is
    /// protected when every row of its source is protected.
    private func policy(
        of indicator: Indicator, _ policies: [String: [IndicatorSubject: DisclosurePolicy]]
    ) -> DisclosurePolicy {
        let own = policies[indicator.subject.source] ?? [:]
        if let known = own[indicator.subject] { return known }
        guard !own.isEmpty, own.values.allSatisfy({ $0 != .none }) else { return .none }
        return own.values.reduce(.none) { $0.stricter($1) }
    }
}
