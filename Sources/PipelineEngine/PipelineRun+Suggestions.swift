public import Intake
public import Suggestions

extension PipelineRun {
    /// Searches every extract for headers and codes that the definition does not know, and proposes changes. Names of
    /// columns that may be personal data are in the patch only with `namingHidden`, for a file that only the user may
    /// read.
    public func suggestions(
        namingHidden: Bool, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) async throws -> SuggestedPatch {
        let folder = await (try LandingFolder.open(input)).withTables().lookedAt(
            threads: threads, for: plan, known: known)
        let claims = ExtractClaims(plan: plan, folder: folder)
        let (claimed, leftOut) = try await claims.claims(threads: threads, refusingDamaged: false)
        // A file that matches no source may have a changed header.
        let landed = claimed + leftOut.compactMap(claims.nearest)
        let intake = Intake(
            plan: plan, extracts: landed, threads: threads, parser: parser, known: known, hashes: false)
        var review = LabelReview(plan: plan)
        for (index, result) in await intake.results(progress: progress).enumerated() {
            review.add(landed[index], result, isUnclaimed: index >= claimed.count)
        }
        return SuggestedPatch(review, namingHidden: namingHidden)
    }
}
