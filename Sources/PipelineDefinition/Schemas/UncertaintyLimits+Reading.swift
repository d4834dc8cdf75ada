import Core

extension UncertaintyLimits {
    /// Reads `{at-fault: 2%, at-fault-rows: 5, unassigned: 5%, unplaced: 25%, implausible: report}`. Limits that are
    /// left out have their usual values.
    init(_ reader: YAMLReader) {
        self.init()
        guard
            let mapping = reader.mapping(allowing: [
                "at-fault", "at-fault-rows", "unassigned", "unplaced", "implausible",
            ])
        else {
            return
        }
        if let share = mapping["at-fault"]?.percentage() { atFaultPercent = Rational(share) }
        if let rows = mapping["at-fault-rows"]?.count() { atFaultRows = max(1, rows) }
        if let share = mapping["unassigned"]?.percentage() { unassignedPercent = Rational(share) }
        if let share = mapping["unplaced"]?.percentage() { unplacedPercent = Rational(share) }
        if let choice = mapping["implausible"]?.choice(ImplausibleChoice.self, named: "choice") {
            reportsImplausible = choice == .report
        }
    }

    /// Whether figures that are implausible given their own history are reported.
    private enum ImplausibleChoice: String, CaseIterable {
        case report, ignore
    }
}
