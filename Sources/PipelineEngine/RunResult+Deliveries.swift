public import Tabular

extension RunResult {
    /// Later deliveries that were not used, since they are far smaller than the ones before them.
    public var unusedDeliveries: [Finding] { extracts.flatMap(\.findings).filter { $0.rule == .deliveryTooSmall } }

    /// Why somebody should look at the deliveries; nil when all were used.
    public var unusedDeliverySentence: String? {
        guard let first = unusedDeliveries.first else { return nil }
        let files = Set(unusedDeliveries.map(\.file)).count
        let rest = files == 1 ? "" : " and \(files - 1) more"
        return
            "Published with findings: \(first.file)\(rest) \(files == 1 ? "has" : "have") far fewer rows than the file "
            + "before, so that one still counts."
    }
}
