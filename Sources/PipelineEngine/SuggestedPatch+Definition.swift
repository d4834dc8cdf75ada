import Planning
public import Suggestions

extension SuggestedPatch {
    /// Proposes what to do about labels in a landing folder that the definition does not know: the use case of `shp
    /// suggest`. When no landing folder is named, the definition's own is used. Names that may be personal data are in
    /// the patch only with `namingHidden`.
    ///
    /// Throws `DefinitionErrors`, a `RequestError` or a `RunFailure`.
    public static func of(
        definition: String, input: String?, threads: Int, namingHidden: Bool
    ) async throws -> SuggestedPatch {
        let plan = try PlanCompiler.compile(path: definition)
        let run = PipelineRun(
            plan: plan, input: try plan.landing(asked: input, definition: definition), quarter: nil, threads: threads)
        return try await run.suggestions(namingHidden: namingHidden)
    }
}
