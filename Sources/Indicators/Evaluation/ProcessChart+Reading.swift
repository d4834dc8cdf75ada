extension ProcessChart {
    /// Returns the reading of the last `count` points, taken as one period. The latest point that a rule marks decides.
    /// If several rules mark this point, the first rule decides.
    public func reading(ofLast count: Int, targetDirection: Movement?) -> VariationReading {
        guard points.count >= Self.minPoints else { return .tooFewPoints }
        guard let signal = points.suffix(count).last(where: { !$0.signals.isEmpty })?.signals.first else {
            return .commonCause
        }
        return .specialCause(signal, ChangeMeaning(signal.movement, targetDirection: targetDirection))
    }
}
