import Core
package import Disclosure
import Indicators
package import Records
package import ReleaseStore
package import Releases

/// The figures of issued releases, expressed in the terms of a run's plan.
package struct EarlierFigures {
    private let plan: PipelinePlan
    private let codes: SubjectCodes
    /// The positions of the areas, by code and by short name.
    private let areas, areasByName: [String: Int]
    private let match: SourceMatch

    /// Prepares to express figures in the terms of the plan. `files` has the SHA-256 of the extracts that were read, by
    /// the names of their sources.
    package init(plan: PipelinePlan, files: [String: Set<String>]) {
        self.plan = plan
        codes = SubjectCodes(plan: plan)
        areas = Dictionary(
            plan.areas.areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        areasByName = Dictionary(
            plan.areas.areas.enumerated().map { ($1.shortName, $0) }, uniquingKeysWith: { first, _ in first })
        match = SourceMatch(codes, files: files)
    }

    private var definition: [Manifest.File] { plan.files.map { Manifest.File(path: $0.path, sha256: $0.sha256) } }

    /// Returns those figures of the releases that have a number or are withheld.
    package func figures(of releases: [ReleaseFolder]) -> [EarlierFigure] {
        releases.flatMap { release in
            let isOther = release.manifest.pipeline != plan.pipeline
            let mayHaveOtherPolicy = release.manifest.definition.files != definition
            let sources = sources(of: release.manifest)
            return release.figures.all.compactMap { figure -> EarlierFigure? in
                guard figure.isConfidential || figure.number != nil,
                    let meaning = meaning(of: figure, release.manifest, sources)
                else { return nil }
                return EarlierFigure(
                    meaning, measure: figure.measure, period: figure.key.period,
                    value: figure.isConfidential ? nil : figure.number, isOfOtherPipeline: isOther,
                    mayHaveOtherPolicy: mayHaveOtherPolicy)
            }
        }
    }

    /// Returns the numbers of a release that have a known meaning here, each with its indicator.
    func counted(in release: ReleaseFolder) -> [(figure: PublishedFigure, indicator: Indicator)] {
        let sources = sources(of: release.manifest)
        return release.figures.all.compactMap { figure in
            guard figure.number != nil,
                case .counted(let indicator, _)? = meaning(of: figure, release.manifest, sources)
            else { return nil }
            return (figure, indicator)
        }
    }

    /// Whether a release and the plan share a source, and one of them withholds figures of that source.
    package func concerns(_ manifest: Manifest, _ guarded: Set<String>) -> Bool {
        let theirs = manifest.confidentialSources ?? []
        return sources(of: manifest).contains { guarded.contains($0.value) || theirs.contains($0.key) }
    }

    /// Returns the plan's name for each source of a release. Another pipeline may use another name.
    func sources(of manifest: Manifest) -> [String: String] {
        match.names(of: ReleasedSource.all(of: manifest))
    }

    /// Returns what the figure counts; nil when its source or area is not in the plan.
    private func meaning(
        of figure: PublishedFigure, _ manifest: Manifest, _ sources: [String: String]
    ) -> EarlierFigure.Meaning? {
        guard let subject = figure.subject, let code = manifest.subjects?[subject] else {
            return .unknown(source: nil, area: figure.key.area)
        }
        guard let source = sources[code.source] else { return nil }
        guard let area = figure.areaCode.flatMap({ areas[$0] }) ?? areasByName[figure.key.area] else { return nil }
        guard let indicator = codes.indicator(code, source: source) else {
            return .unknown(source: source, area: plan.areas.areas[area].shortName)
        }
        return .counted(indicator, area: area)
    }
}
