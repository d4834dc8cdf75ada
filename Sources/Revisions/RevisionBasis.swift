package import Intake
import Normalisation
package import Records
import Releases

/// The data for comparing figures with an earlier release: every extract with its rows, as it was before extracts were
/// compared with each other.
package struct RevisionBasis: Sendable {
    package let intake: Intake
    package let folder: LandingFolder
    package let corrections: [CorrectionFile]
    /// The extracts without any corrected row. `corrected` has them with the current corrections.
    package let landed: [ExtractOutcome]
    package let corrected: [ExtractOutcome]

    /// Creates a basis from its parts.
    package init(
        intake: Intake, folder: LandingFolder, corrections: [CorrectionFile], landed: [ExtractOutcome],
        corrected: [ExtractOutcome]
    ) {
        self.intake = intake
        self.folder = folder
        self.corrections = corrections
        self.landed = landed
        self.corrected = corrected
    }

    /// Returns the extracts from which the release was made, at the positions of the current ones, with the rows that
    /// had been corrected then. Also returns the sources with an extract that is missing now. If a file of corrections
    /// is missing, these are all sources, since the corrections may have been for any source.
    func extracts(
        of manifest: Manifest, _ plan: PipelinePlan
    ) async throws -> (extracts: [ExtractOutcome?], gone: Set<String>) {
        let known = Set(manifest.corrections.compactMap(\.sha256))
        let files = corrections.filter { known.contains($0.sha256) }
        // A file is identified by its bytes, because another copy of it may be the one that is read now.
        var missing = Set(manifest.inputs.map { [$0.source, $0.sha256 ?? ""] })
        let wasThere = landed.map { missing.remove([plan.sources[$0.source].name, $0.sha256]) != nil }
        let lost = try lostThen(wasThere)
        var outcomes = files.count == corrections.count ? corrected : landed
        if let lost {
            outcomes = try await SettledIntake(intake: intake) { _ in }.drop(lost, from: landed)
        }
        if files.count != corrections.count || lost != nil, !files.isEmpty {
            _ = try intake.correct(&outcomes, by: files, in: folder)
        }
        let extracts = zip(outcomes, wasThere).map { $1 ? $0 : nil }
        let notThere = manifest.corrections.filter { file in !files.contains { $0.sha256 == file.sha256 } }
        return (extracts, Set(notThere.isEmpty ? missing.map { $0[0] } : plan.sources.map(\.name)))
    }

    /// Returns, for each extract, the units that were counted from another extract when the release was made; nil if
    /// they are the same as now. An extract that was not there keeps its current lost units.
    private func lostThen(_ wasThere: [Bool]) throws -> [[DeliveryUnit: LostUnit]]? {
        var lost = landed.map(\.lost)
        for (index, source) in intake.sources.enumerated() where source.delivery != nil {
            let own = landed.indices.filter { landed[$0].source == index && wasThere[$0] }
            let settlement = try SettledIntake(intake: intake) { _ in }
                .settlement(of: own.map { landed[$0] }, source)
            for (position, extract) in own.enumerated() { lost[extract] = settlement.lost[position] }
        }
        let isSame = zip(lost, landed).allSatisfy { Set($0.keys) == Set($1.lost.keys) }
        return isSame ? nil : lost
    }
}
