import Core
import Evaluation
import FoundationEssentials
import Indicators
import PipelineEngine
import Releases

/// The result of a run, for the terminal.
struct RunSummary {
    let result: RunResult
    let published: PublishedRelease

    /// Creates the summary of a published quarter.
    init(_ publication: QuarterPublication) {
        result = publication.result
        published = publication.published
    }

    /// A table of the result of each extract's rows, and the folder of the release.
    var text: String {
        var rows = [["Extract", "Rows", "Count", "Quarantine", "Duplicate", "Superseded", "Cancelled", "Out of scope"]]
        let total = result.total
        for (name, account) in listed + [("All extracts", total)] {
            rows.append([
                name, WholeNumber.grouped(account.read), WholeNumber.grouped(account.accepted),
                WholeNumber.grouped(account.quarantinedTotal),
                WholeNumber.grouped(account.duplicate), WholeNumber.grouped(account.superseded),
                WholeNumber.grouped(account.cancelled),
                WholeNumber.grouped(account.outOfScopeTotal),
            ])
        }
        var lines = aligned(rows)
        if result.hasTooManyExtractsToList {
            lines.append("The table has a line for each source. The file data-quality.csv lists every extract.")
        }
        if let beside = linesBeside(total) { lines.append(beside) }
        let figures = result.tables.flatMap(\.figures)
        lines.append("")
        lines.append(
            "\(result.quarter.title), \(result.quarter.period.words): "
                + "\(UnitNoun(plural: "figures").counted(figures.count)) in "
                + UnitNoun(plural: "tables").counted(result.tables.count)
        )
        for file in result.correctionCounts {
            lines.append(
                "Corrected:  \(UnitNoun(plural: "rows").counted(file.resolved)) from \(file.file), \(WholeNumber.grouped(file.atFault)) still at fault, "
                    + "\(WholeNumber.grouped(file.unused)) unused")
        }
        if !result.revisions.isEmpty {
            let figures =
                UnitNoun(plural: "figures").counted(result.revisions.count)
                + (result.revisions.count == 1 ? " differs" : " differ")
            lines.append("Revised:    \(figures) from the issued release; see revisions.csv")
        }
        if let quarantine = published.quarantineFolder { lines.append("Quarantine: \(quarantine)") }
        lines.append((published.isUnchanged ? "Unchanged:  " : "Published:  ") + published.folder)
        return lines.joined(separator: "\n")
    }

    /// The extracts with their row accounts, or the sources when there are too many extracts.
    private var listed: [(name: String, account: RowAccount)] {
        guard result.hasTooManyExtractsToList else { return result.accounts.map { ($0.file, $0.account) } }
        return result.accountsBySource.map { source, extracts, account in
            ("\(source): " + UnitNoun(plural: "extracts").counted(extracts), account)
        }
    }

    /// Returns how many lines of each kind are not data; nil when there are none.
    private func linesBeside(_ account: RowAccount) -> String? {
        let found = account.linesNotData.filter { $0.lines > 0 }.map { kind, lines in
            UnitNoun(plural: kind.replacing("-", with: " ") + "s").counted(lines)
        }
        return found.isEmpty ? nil : "Lines that are not rows: " + found.joined(separator: ", ")
    }

    /// Returns the rows with names aligned left and numbers aligned right.
    private func aligned(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let gap = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + gap : gap + cell.0
            }.joined(separator: "  ")
        }
    }

    private struct JSONSummary: Encodable {
        let quarter, release: String
        let unchanged: Bool
        let quarantine: String?
        let files: [String]
        let extracts: [JSONAccount]
    }

    private struct JSONAccount: Encodable {
        let source, file: String
        let read, accepted, quarantined, duplicate, superseded, cancelled, outOfScope: Int
        let blankLines, titleLines, totalsRows, repeatedHeaders, footerLines: Int
    }

    /// Returns the text for people when there was nothing to do.
    static func unchangedText(_ release: String) -> String {
        "Unchanged:  \(release)\nNothing that the release is made from has changed; --force runs the quarter anyway."
    }

    /// Returns the JSON for programs when there was nothing to do.
    static func unchangedJSON(_ release: String) -> String {
        struct Unchanged: Encodable {
            let release: String
            let unchanged = true
        }
        return JSONText.of(Unchanged(release: release))
    }

    /// The summary as JSON.
    var json: String {
        let summary = JSONSummary(
            quarter: "\(result.quarter)", release: published.folder, unchanged: published.isUnchanged,
            quarantine: published.quarantineFolder, files: published.files,
            extracts: result.accounts.map { source, file, account in
                JSONAccount(
                    source: source, file: file, read: account.read, accepted: account.accepted,
                    quarantined: account.quarantinedTotal, duplicate: account.duplicate,
                    superseded: account.superseded, cancelled: account.cancelled,
                    outOfScope: account.outOfScopeTotal, blankLines: account.blankLines,
                    titleLines: account.titleLines, totalsRows: account.totalsRows,
                    repeatedHeaders: account.repeatedHeaders, footerLines: account.footerLines)
            })
        return JSONText.of(summary)
    }
}
