package import Core
import Records

extension RunResult {
    /// Later deliveries that were not used, since they are far smaller than the ones before them.
    package var unusedDeliveries: [Finding] { extracts.flatMap(\.findings).filter { $0.rule == .deliveryTooSmall } }
}
