import Tabular

extension ExtractOutcome {
    /// Puts one finding with some lines in the place of one a row about modalities that never started: where they are more than
    /// the limits allow, the column of starts was probably left empty. A few clients do wait.
    mutating func reportModalityStarts(_ limits: UncertaintyLimits) {
        let counts = faultCounts.filter { $0.key.rule == .modalityWithoutStart }
        guard let (kind, count) = counts.first else { return }
        let lines = findings.filter { $0.rule == .modalityWithoutStart }.compactMap(\.line)
        findings.removeAll { $0.rule == .modalityWithoutStart }
        faultCounts[kind] = nil
        guard limits.isExceeded(by: count, beside: account.read - count) else { return }
        let named = lines.sorted().prefix(Self.maxNamedLines).map(String.init).joined(separator: ", ")
        findings.append(
            Finding(
                .modalityWithoutStart, file: file, line: lines.min(), column: kind.column,
                note: "\(Delivery.grouped(count)) of \(Delivery.grouped(account.read)) rows, such as lines \(named)"))
    }

    private static let maxNamedLines = 5
}
