public import Tabular

extension ReleaseMismatch: ReportedFailure {
    public var code: String { "release-mismatch" }

    /// How a program ends that cannot trace the release.
    public var exitStatus: ExitStatus {
        if isOfDefinition { return .definitionWrong }
        return isOfMissingFiles ? .inputMissing : .inputRefused
    }
}
