import Core
import Evaluation
import FoundationEssentials
public import Indicators
import Ingestion
import Intake
public import Lineage
public import Records
public import ReleaseStore
import Releases

/// A published release made again from the files that its manifest names, so that its figures can be traced back to
/// rows.
public struct ReleaseTrace: Sendable {
    /// The traced run.
    public let tracer: FigureTracer
    private let formulas: [FigureKey: FigureFormula]
    /// The sources for which the release withholds figures.
    private let withholding: Set<String>

    /// Runs the pipeline again over the release's own files only.
    ///
    /// Throws a `ReleaseMismatch` when the definition or an extract is not the one that the release was made from, and
    /// any error of a run.
    public init(of release: ReleaseFolder, plan: PipelinePlan, input: String, threads: Int) async throws {
        let manifest = release.manifest
        try Self.check(plan, manifest)
        _ = try LandingFolder.open(input)
        let known = try Self.check(input, manifest)
        let run = PipelineRun(
            plan: plan, input: input, quarter: FinancialQuarter(manifest.quarter),
            selection: .named(Set(manifest.inputs.map(\.file) + manifest.corrections.map(\.file))), threads: threads,
            known: known)
        let facts = try await run.readExtracts(traces: true)
        // The tracer withholds nothing. Figures that the release withholds are refused by `formula(of:)`.
        tracer = FigureTracer(facts, quarter: try facts.quarter(asked: run.quarter))
        formulas = Dictionary(
            tracer.figures.map { ($0.figure.key, $0.formula) },
            uniquingKeysWith: { first, _ in first })
        let withheld = Set(release.figures.all.filter(\.isConfidential).map(\.key))
        withholding = Set(
            formulas.filter { withheld.contains($0.key) }.values.flatMap(\.values).map(\.selection.source))
    }

    /// Returns the first of several figures with the same label, and its formula. All of them must be the same number,
    /// counted in the same way. Throws a `FigureNotFound` when the numbers differ.
    public func choose(among figures: [PublishedFigure]) throws -> (figure: PublishedFigure, formula: FigureFormula) {
        let found = try figures.map { (figure: $0, formula: try formula(of: $0)) }
        guard let first = found.first, found.allSatisfy({ $0.formula == first.formula }) else {
            throw FigureNotFound.severalPlaces(figures.map(\.key))
        }
        return first
    }

    /// Returns the formula of a figure of the release. Throws a `ReleaseMismatch` when the release does not show the
    /// figure, or when the formula's result is different now because the program has changed.
    public func formula(of figure: PublishedFigure) throws(ReleaseMismatch) -> FigureFormula {
        guard let formula = formulas[figure.key] else { throw .figureGone(figure) }
        let now: String? =
            switch formula.value {
            case .number(let number): number.sixPlaces
            case .target, .words, .missing: nil
            }
        // A figure that the release withholds has a number here, which must not be shown. A figure without a number of
        // its own must not show the withheld numbers behind it either.
        if figure.isConfidential || (figure.value.isEmpty && now != nil) { throw .withheld(figure) }
        if figure.value.isEmpty, formula.values.contains(where: { keepsBack($0) }) { throw .withheld(figure) }
        guard now == nil || now == figure.value else { throw .figureDiffers(figure, now: now ?? "") }
        return formula
    }

    /// Returns where a figure comes from. If the release withholds figures of a source, the source's rows and their
    /// division by month, category or area are hidden, because they would reveal those figures.
    public func lineage(of formula: FigureFormula) -> FigureLineage {
        guard formula.values.contains(where: { keepsBack($0) }) else { return tracer.lineage(of: formula) }
        return FigureLineage(formula: formula, parts: [], keepsBack: true)
    }

    private func keepsBack(_ value: IndicatorValue) -> Bool { withholding.contains(value.selection.source) }

    private static func check(_ plan: PipelinePlan, _ manifest: Manifest) throws(ReleaseMismatch) {
        guard plan.pipeline == manifest.pipeline else {
            throw .otherPipeline(plan.pipeline, released: manifest.pipeline)
        }
        let now = Dictionary(plan.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        var released: [String: String] = [:]
        for file in manifest.definition.files { released[file.path] = file.sha256 }
        let changed = Set(now.keys).union(released.keys).filter { now[$0] != released[$0] }.sorted()
        guard changed.isEmpty else {
            throw .definitionDiffers(
                changed.map {
                    .init(file: $0, change: now[$0] == nil ? .gone : released[$0] == nil ? .new : .changed)
                })
        }
    }

    /// Checks the hashes of the release's files. The run need not hash these files again.
    private static func check(_ input: String, _ manifest: Manifest) throws -> KnownFiles {
        var (known, differences) = (KnownFiles(), [ReleaseMismatch.Difference]())
        let files =
            manifest.inputs.map { ($0.file, $0.sha256) } + manifest.corrections.map { ($0.file, $0.sha256) }
        for (file, sha256) in files {
            let path = input + "/" + file
            guard LandedFile.exists(path) else {
                differences.append(.init(file: file, change: .gone))
                continue
            }
            do throws(ExtractError) {
                let landed = try LandedFile(name: file, path: path)
                let found = try landed.sha256()
                known.know(landed.identity, sha256: found)
                if let sha256, found != sha256 { differences.append(.init(file: file, change: .changed)) }
            } catch { throw RunFailure.refused([error]) }
        }
        guard differences.isEmpty else { throw ReleaseMismatch.landingDiffers(differences, folder: input) }
        return known
    }
}
