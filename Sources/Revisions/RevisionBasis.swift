package import Intake
import Normalisation
package import Records
import Releases

/// What figures can be compared by with those of an earlier release: every extract with its rows, as they were before
/// extracts were compared with each other.
package struct RevisionBasis: Sendable {
    package let intake: Intake
    package let folder: LandingFolder
    package let corrections: [CorrectionFile]
    /// The extracts without any corrected row, and with those of now.
    package let landed: [ExtractOutcome]
    package let corrected: [ExtractOutcome]

    /// From its parts.
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

    /// The extracts that the release was made of, at the positions of those of now, with the rows that had been corrected then;
    /// and the sources of which one is not there any longer. Corrections that are not there may have been of any source.
    func extracts(
        of manifest: Manifest, _ plan: PipelinePlan
    ) async throws -> (extracts: [ExtractOutcome?], gone: Set<String>) {
        let known = Set(manifest.corrections.compactMap(\.sha256))
        let files = corrections.filter { known.contains($0.sha256) }
        // A file is known by its bytes: of copies another may be read now.
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

    /// For each extract, the units that counted from another of those that were there; nil when they are those of now. An
    /// extract that was not there keeps what it lost.
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
