package import Core

extension ExtractOutcome {
    /// Merges the findings about rows that have a modality without a start into one finding, which names some lines. If
    /// the number of these rows is within the limits, no finding is left, since a few clients do wait. If there are
    /// more, the column of starts was probably left empty.
    package mutating func reportModalityStarts(_ limits: UncertaintyLimits) {
        let counts = self.faultCounts.filter { $0.key.rule == .modalityWithoutStart }
        guard let (kind, count) = counts.first else { return }
        let lines = self.findings.filter { $0.rule == .modalityWithoutStart }.compactMap(\.line)
        self.findings.removeAll { $0.rule == .modalityWithoutStart }
        self.faultCounts[kind] = nil
        guard limits.isExceeded(by: count, beside: self.account.read - count) else { return }
        let named = lines.sorted().prefix(Self.maxNamedLines).map(String.init).joined(separator: ", ")
        self.findings.append(
            Finding(
                .modalityWithoutStart, file: file, line: lines.min(), column: kind.column,
                note:
                    "\(WholeNumber.grouped(count)) of \(WholeNumber.grouped(self.account.read)) rows, such as lines \(named)"
            ))
    }

    private static let maxNamedLines = 5
}
