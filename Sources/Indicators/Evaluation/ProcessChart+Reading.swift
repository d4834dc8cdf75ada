extension ProcessChart {
    /// What the last `count` points say, taken as one period: the latest of them that a rule marks decides, and
    /// of its rules the first.
    public func reading(ofLast count: Int, meant: Movement?) -> VariationReading {
        guard points.count >= Self.minPoints else { return .tooFewPoints }
        guard let signal = points.suffix(count).last(where: { !$0.signals.isEmpty })?.signals.first else {
            return .commonCause
        }
        return .specialCause(signal, ChangeMeaning(signal.movement, meant: meant))
    }
}
