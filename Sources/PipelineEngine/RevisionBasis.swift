import Ingestion
import Publishing
import Tabular

/// What figures can be compared by with those of an earlier release: every extract with its rows, as they were before
/// extracts were compared with each other.
struct RevisionBasis: Sendable {
    let intake: Intake
    let folder: LandingFolder
    let corrections: [CorrectionFile]
    /// The extracts without any corrected row, and with those of now.
    let landed: [ExtractOutcome]
    let corrected: [ExtractOutcome]

    /// The extracts that the release was made of, at the positions of those of now, with the rows that had been put right then;
    /// and the sources of which one is not there any longer. Corrections that are not there may have been of any source.
    func extracts(
        of manifest: Manifest, _ plan: PipelinePlan
    ) throws -> (extracts: [ExtractOutcome?], gone: Set<String>) {
        var known: [String: Manifest.Correction] = [:]
        for file in manifest.corrections { known[file.sha256] = file }
        let files = corrections.filter { known[$0.sha256] != nil }
        var outcomes = files.count == corrections.count ? corrected : landed
        if files.count != corrections.count, !files.isEmpty {
            _ = try intake.correct(&outcomes, by: files, in: folder)
        }
        var missing = Set(manifest.inputs.map { [$0.source, $0.file, $0.sha256] })
        let extracts = outcomes.map { outcome -> ExtractOutcome? in
            missing.remove([plan.sources[outcome.source].name, outcome.file, outcome.sha256]) == nil ? nil : outcome
        }
        let lost = manifest.corrections.filter { file in !files.contains { $0.sha256 == file.sha256 } }
        return (extracts, Set(lost.isEmpty ? missing.map { $0[0] } : plan.sources.map(\.name)))
    }
}
