public import Core

extension ReleaseMismatch: ReportedFailure {
    public var code: String { "release-mismatch" }

    /// The exit status of a program that cannot trace the release.
    public var exitStatus: ExitStatus {
        if isOfDefinition { return .definitionWrong }
        return isOfMissingFiles ? .inputMissing : .inputRefused
    }
}
