import Disclosure
import Indicators
import Publishing
import Tabular

/// The figures of issued releases, in terms of the plan of a run.
struct EarlierFigures {
    private let plan: PipelinePlan
    private let codes: SubjectCodes
    /// The areas by code, and by short name.
    private let areas, areasByName: [String: Int]
    /// The source of the plan that took a file, by the file's SHA-256.
    private let sourceByFile: [String: String]

    init(plan: PipelinePlan, inputs: [ManifestInput]) {
        self.plan = plan
        codes = SubjectCodes(plan: plan)
        areas = Dictionary(
            plan.areas.areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        areasByName = Dictionary(
            plan.areas.areas.enumerated().map { ($1.shortName, $0) }, uniquingKeysWith: { first, _ in first })
        sourceByFile = Dictionary(inputs.map { ($0.sha256, $0.source) }, uniquingKeysWith: { first, _ in first })
    }

    /// What readers have of the releases, as far as it is a number or withheld.
    func figures(of releases: [ReleaseFolder]) -> [EarlierFigure] {
        releases.flatMap { release in
            let isOther = release.manifest.pipeline != plan.pipeline
            let sources = sources(of: release.manifest)
            return release.figures.all.compactMap { figure -> EarlierFigure? in
                guard figure.isConfidential || figure.number != nil,
                    let meaning = meaning(of: figure, release.manifest, sources)
                else { return nil }
                return EarlierFigure(
                    meaning, measure: figure.name.measure, period: figure.name.period,
                    value: figure.isConfidential ? nil : figure.number, isOfOtherPipeline: isOther)
            }
        }
    }

    /// Whether a release shares a source with the plan of which either withholds something.
    func concerns(_ manifest: Manifest, _ guarded: Set<String>) -> Bool {
        let theirs = manifest.confidentialSources ?? []
        return sources(of: manifest).contains { guarded.contains($0.value) || theirs.contains($0.key) }
    }

    /// The plan's name of each source of a release. Another pipeline may call it something else.
    private func sources(of manifest: Manifest) -> [String: String] {
        let own = Set(plan.sources.map(\.name))
        var found: [String: String] = [:]
        for input in manifest.inputs {
            if let source = sourceByFile[input.sha256] { found[input.source] = source }
        }
        for name in manifest.inputs.map(\.source) where found[name] == nil && own.contains(name) { found[name] = name }
        // Under another name and with other files, a source of one schema is possibly the same.
        for input in manifest.inputs where found[input.source] == nil {
            found[input.source] = plan.sources.first { $0.schemas.contains { $0.name == input.schema } }?.name
        }
        // So is one of which everything that is counted can be counted of a source here.
        for (source, subjects) in Dictionary(grouping: (manifest.subjects ?? [:]).values, by: \.source)
        where found[source] == nil {
            found[source] =
                plan.sources.first { own in
                    subjects.allSatisfy { codes.canCount($0, source: own) }
                }?.name
        }
        return found
    }

    /// What the figure counts; nil when that is nothing of the plan's sources and areas.
    private func meaning(
        of figure: PublishedFigure, _ manifest: Manifest, _ sources: [String: String]
    ) -> EarlierFigure.Meaning? {
        guard let subject = figure.subject, let code = manifest.subjects?[subject] else {
            return .unknown(source: nil, area: figure.name.area)
        }
        guard let source = sources[code.source] else { return nil }
        guard let area = figure.areaCode.flatMap({ areas[$0] }) ?? areasByName[figure.name.area] else { return nil }
        guard let indicator = codes.indicator(code, source: source) else {
            return .unknown(source: source, area: plan.areas.areas[area].shortName)
        }
        return .counted(indicator, area: area)
    }
}
