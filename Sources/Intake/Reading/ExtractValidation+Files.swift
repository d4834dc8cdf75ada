public import Core
public import PipelineDefinition
import Planning

extension ExtractValidation.Basis {
    /// Reads the schema at a path. Throws the errors in it.
    public static func schema(path: String) throws(DefinitionErrors) -> Self {
        .schema(try LoneSchema.compile(path: path))
    }

    /// Reads the definition at a path. Throws the errors in it.
    public static func definition(path: String) throws(DefinitionErrors) -> Self {
        .plan(try PlanCompiler.compile(path: path))
    }
}

extension [ExtractReport] {
    /// The exit status of a validation with these reports; nil for 0. Missing files take precedence over files that the
    /// user has no permission to read, and these over faults inside files.
    public var exitStatus: ExitStatus? {
        if contains(where: \.isMissing) { return .inputMissing }
        if contains(where: \.isForbidden) { return .noPermission }
        return contains(where: \.isFaulty) ? .inputRefused : nil
    }
}
