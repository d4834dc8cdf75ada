package import Core
package import Records
import Validation

/// The reason why no row of a quarter counts: the rows at fault in the files that, by their names, may belong to it.
package struct QuarterFaults {
    /// The largest number of reasons listed, and of values for each.
    private static let (maxReasons, maxValues) = (3, 3)

    private struct Reason: Hashable {
        let rule: FindingRule
        let column: String?
    }

    private let extracts: [ExtractOutcome]

    /// Selects the extracts with rows at fault if their file names state a time in the quarter, or no time at all.
    package init(of extracts: [ExtractOutcome], in quarter: FinancialQuarter) {
        let (first, last) = (quarter.period.first.firstDay, quarter.period.last.lastDay)
        self.extracts = extracts.filter { extract in
            let isOfQuarter = FilePeriod(fileName: extract.file).map { $0.first <= last && $0.last >= first } ?? true
            return isOfQuarter && extract.account.quarantinedTotal > 0
        }
    }

    /// The message: how many rows are at fault, and the most common reasons with values and what to do. It is empty
    /// when no row is at fault.
    package var words: [String] {
        guard !extracts.isEmpty else { return [] }
        let faulty = extracts.reduce(0) { $0 + $1.account.quarantinedTotal }
        let read = extracts.reduce(0) { $0 + $1.account.read }
        let files = extracts.count == 1 ? "'\(extracts[0].file)'" : "\(extracts.count) files"
        var counts: [Reason: Int] = [:]
        for (kind, count) in extracts.flatMap(\.faultCounts) where kind.rule.quarantines {
            counts[Reason(rule: kind.rule, column: kind.column), default: 0] += count
        }
        let common = counts.sorted {
            ($1.value, $0.key.rule.rawValue, $0.key.column ?? "") < (
                $0.value, $1.key.rule.rawValue, $1.key.column ?? ""
            )
        }
        return ["\(faulty) of the \(read) rows in \(files) are at fault:"]
            + common.prefix(Self.maxReasons).map { words($0.key, count: $0.value) }
    }

    private func words(_ reason: Reason, count: Int) -> String {
        let findings = extracts.flatMap { extract in
            extract.findings.filter { $0.rule == reason.rule && $0.column == reason.column }.map {
                ($0, extract.schema)
            }
        }
        var values: [String] = []
        for value in findings.compactMap(\.0.value) where !values.contains(value) { values.append(value) }
        var text = "\(count) \(count == 1 ? "row" : "rows"): "
        if let column = reason.column { text += column + ": " }
        if !values.isEmpty {
            text += values.prefix(Self.maxValues).map { "'\(VisibleText.of($0))'" }.joined(separator: ", ") + ": "
        }
        text += reason.rule.explanation
        if let (finding, schema) = findings.first, let remedy = schema.remedy(for: finding) { text += "; " + remedy }
        return text + " [\(reason.rule.rawValue)]"
    }
}
