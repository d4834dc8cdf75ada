import Aggregation
package import Core
import Ingestion
import Normalisation
import Records

/// Replaces quarantined rows with corrected ones. A corrected row is read with the header of its extract and checked
/// like any other row. It counts as the last row of its extract, since it was delivered after all other rows.
package struct Corrections {
    let files: [CorrectionFile]
    let sources: [PipelinePlan.Source]
    let areas: AreaTable
    let input: String
    let parser: ParserMode
    let hasher: IdentifierHasher
    let traces: Bool
    /// Files that were left out as copies, with the files that are read instead.
    let copies: [String: String]

    /// The results for the rows of one file.
    package struct Report: Sendable {
        package let file: String
        package let sha256: String
        /// Rows that are no longer in quarantine.
        package var resolved = 0
        /// Rows that are still at fault.
        package var atFault = 0
        /// Corrected rows without a quarantined row in the extracts of the landing folder.
        package var unused = 0
        /// The findings about rows that are still at fault or unused, with their lines.
        package var findings: [Finding] = []
    }

    /// Applies the corrections, file by file in the order of their names.
    func apply(to outcomes: inout [ExtractOutcome]) throws -> [Report] {
        try files.map { file in
            var report = Report(file: file.file, sha256: file.sha256)
            for (extract, rows) in Dictionary(grouping: file.rows, by: \.extract) {
                // If the extract was left out as a copy, the correction applies to the copy that is read.
                if let index = outcomes.firstIndex(where: { $0.file == copies[extract] ?? extract }) {
                    try take(rows, into: &outcomes[index], &report)
                } else {
                    for row in rows { report.leaveUnused(row) }
                }
            }
            report.findings.sort { ($0.line ?? 0, $0.column ?? "") < ($1.line ?? 0, $1.column ?? "") }
            return report
        }
    }

    private func take(_ rows: [CorrectedRow], into outcome: inout ExtractOutcome, _ report: inout Report) throws {
        let schema = outcome.schema
        let header = try OpenedExtract(file: outcome.reopened(in: input), schema: schema).headerText()
        let worker = IntakeWorker(
            source: sources[outcome.source], schema: schema, areas: areas, parser: parser, hasher: hasher,
            traces: traces)
        for row in rows {
            let held = outcome.held.firstIndex { $0.line == row.line }
            guard let held, row.sha256 == outcome.sha256, !row.text.isEmpty else {
                report.leaveUnused(row)
                continue
            }
            let lone = try OpenedExtract(
                file: LandedFile(name: outcome.file, text: header + Array(row.text.utf8) + [10]), schema: schema)
            let product = try worker.scan(lone, nil, from: lone.firstRow, upTo: .max).1
            guard product.account.read == 1, product.account.quarantinedTotal == 0 else {
                report.atFault += 1
                report.findings += product.findings.map { $0.standing(in: report.file, line: row.correctionLine) }
                continue
            }
            outcome.replace(held, with: product)
            outcome.corrected[row.line] = CorrectedPlace(file: report.file, line: row.correctionLine)
            report.resolved += 1
        }
    }
}

extension Corrections.Report {
    fileprivate mutating func leaveUnused(_ row: CorrectedRow) {
        unused += 1
        // One finding for each file, since a whole file of corrections may be out of date.
        let first = findings.first { $0.rule == .correctionUnused }?.line ?? row.correctionLine
        findings.removeAll { $0.rule == .correctionUnused }
        let note = unused == 1 ? nil : "\(WholeNumber.grouped(unused)) records, the first on this line"
        findings.append(Finding(.correctionUnused, file: file, line: first, note: note))
    }
}

extension ExtractOutcome {
    /// Replaces the quarantined row with the result of the corrected one.
    fileprivate mutating func replace(_ position: Int, with product: ChunkProduct) {
        let row = self.held.remove(at: position)
        if let rule = row.faults.first?.rule {
            self.account.quarantined[rule, default: 0] -= 1
            if self.account.quarantined[rule] == 0 { self.account.quarantined[rule] = nil }
        }
        self.account.read -= 1
        self.account = self.account + product.account
        self.account.corrected += 1
        self.findings.removeAll { $0.line == row.line && $0.rule.quarantines }
        self.cube.merge(product.cube)
        self.traced.removeAll { $0.line == row.line }
        self.traced += product.traced(onLinesAfter: row.line - 1, recordsAfter: self.records.count)
        if !product.identified.isEmpty {
            self.identified.append(
                IdentifiedBlock(
                    rows: product.identified, lineBase: row.line - 1,
                    payloadBase: self.records.count))
        }
        self.records.append(product.records)
        self.days.merge(product.days)
    }
}
