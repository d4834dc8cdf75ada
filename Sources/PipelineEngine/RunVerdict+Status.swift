public import Tabular

extension RunVerdict {
    /// The exit status that the reasons ask for; nil for 0.
    public var exitStatus: ExitStatus? {
        guard hasFindings else { return nil }
        let isImpossible = reasons.contains { if case .impossibleFigures = $0 { true } else { false } }
        return isImpossible ? .inputRefused : .withFindings
    }
}
