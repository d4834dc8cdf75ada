import Formats
import Planning
import Records

/// The checked inputs of a run, known before the run takes the lock.
struct PublishBasis {
    let plan: PipelinePlan
    /// The landing folder.
    let input: String
    let formats: ChosenFormats

    /// Compiles the definition and checks what can be checked without reading an extract. Throws `DefinitionErrors`, an
    /// `OutputFailure` or a `RequestError`.
    init(_ request: PublishRequest) throws {
        plan = try PlanCompiler.compile(path: request.definition)
        formats = try request.formats(for: plan)
        input = try plan.landing(asked: request.input, definition: request.definition)
        try SeparateFolders.check(input: input, output: request.output)
    }
}
