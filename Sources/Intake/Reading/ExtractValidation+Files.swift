public import Core
public import PipelineDefinition
import Planning

extension ExtractValidation.Basis {
    /// The schema at a path. Throws what is wrong with it.
    public static func schema(path: String) throws(DefinitionErrors) -> Self {
        .schema(try LoneSchema.compile(path: path))
    }

    /// The definition at a path. Throws what is wrong with it.
    public static func definition(path: String) throws(DefinitionErrors) -> Self {
        .plan(try PlanCompiler.compile(path: path))
    }
}

extension [ExtractReport] {
    /// The exit status of a validation with these reports; nil for 0. A file that is not there weighs more than one that may not be
    /// read, and that more than what is wrong inside a file.
    public var exitStatus: ExitStatus? {
        if contains(where: \.isMissing) { return .inputMissing }
        if contains(where: \.isForbidden) { return .noPermission }
        return contains(where: \.isFaulty) ? .inputRefused : nil
    }
}
