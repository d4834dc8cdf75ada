public import Core

extension RunVerdict {
    /// The exit status for the reasons; nil for 0.
    public var exitStatus: ExitStatus? {
        guard hasFindings else { return nil }
        let isImpossible = reasons.contains { if case .impossibleFigures = $0 { true } else { false } }
        if isImpossible { return .inputRefused }
        let isUnchecked = reasons.contains { if case .tooLittleChecked = $0 { true } else { false } }
        return isUnchecked ? .notChecked : .withFindings
    }
}
