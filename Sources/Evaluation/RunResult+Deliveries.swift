package import Core
import Records

extension RunResult {
    /// Later deliveries that were not used because they are far smaller than the deliveries before them.
    package var unusedDeliveries: [Finding] { extracts.flatMap(\.findings).filter { $0.rule == .deliveryTooSmall } }
}
