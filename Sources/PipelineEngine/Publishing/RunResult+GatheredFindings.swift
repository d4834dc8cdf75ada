import Core
import Evaluation
import Records

extension RunResult {
    /// The findings. A finding that is the same for more than three files of one source is listed once: for the first
    /// file, with the number of the others.
    var gatheredFindings: [Finding] {
        let sources = Dictionary(extracts.map { ($0.file, $0.source) }, uniquingKeysWith: { first, _ in first })
        let findings = findings
        let kinds = findings.map { Kind($0, source: sources[$0.file]) }
        var files: [Kind: Set<String>] = [:]
        for (finding, kind) in zip(findings, kinds) where kind != nil {
            if let kind { files[kind, default: []].insert(finding.file) }
        }
        var reported: Set<Kind> = []
        return zip(findings, kinds).compactMap { finding, kind in
            guard let kind, let number = files[kind]?.count, number > Self.maxAlike else { return finding }
            guard reported.insert(kind).inserted else { return nil }
            let others = "the same in \(WholeNumber.grouped(number - 1)) more files of the source"
            return Finding(
                finding.rule, file: finding.file, line: finding.line, column: finding.column, value: finding.value,
                suggestions: finding.suggestions, detail: finding.detail,
                note: finding.note.map { "\($0); \(others)" } ?? others, severity: finding.severity)
        }
    }

    private static let maxAlike = 3

    /// What findings on whole files must have in common to be listed once.
    private struct Kind: Hashable {
        let source: Int
        let rule: FindingRule
        let column, note, detail: String?

        /// Creates the kind of a finding on a whole file. Nil for findings on rows or on the quarter, and for findings
        /// on how a file was delivered.
        init?(_ finding: Finding, source: Int?) {
            guard let source else { return nil }
            switch finding.rule {
            case .unknownColumn, .noFinalNewline, .transcoded, .trailingEmptyColumns, .endOfFileMark, .headerBlanks,
                .titleLine, .totalsRow, .repeatedHeader, .footerLine, .noFilePeriod:
                self.source = source
                (rule, column, note, detail) = (finding.rule, finding.column, finding.note, finding.detail)
            default: return nil
            }
        }
    }
}
