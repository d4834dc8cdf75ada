public import Tabular

extension RunResult {
    /// Later deliveries that were not used, since they are far smaller than the ones before them.
    public var unusedDeliveries: [Finding] { extracts.flatMap(\.findings).filter { $0.rule == .deliveryTooSmall } }
}
