public import Core
import Ingestion
import Validation

/// One fault of an extract, or a note on it, in words and for programs.
public struct ExtractProblem: Hashable, Sendable {
    /// The extract, as it was named.
    public let file: String
    /// Physical line, from 1; nil when it is about the whole file.
    public let line: Int?
    /// The schema's name of the column; nil when it is about whole rows or the file.
    public let column: String?
    /// The stable code of the rule, or of the reason why the whole file is refused.
    public let rule: String
    public let severity: FindingSeverity
    /// The value; nil for sensitive sources, and where no single value is at fault.
    public let value: String?
    /// What is wrong.
    public let explanation: String
    /// What to do about it; nil where the explanation says that, too.
    public let remedy: String?

    /// The explanation and what to do about it.
    public var message: String { remedy.map { "\(explanation); \($0)" } ?? explanation }
}

extension ExtractProblem {
    /// A finding in the words of its schema.
    init(_ finding: Finding, schema: TableSchema) {
        self.init(
            file: finding.file, line: finding.line, column: finding.column, rule: finding.rule.rawValue,
            severity: finding.severity, value: finding.value,
            explanation: finding.explanation + (finding.note.map { ": \($0)" } ?? ""),
            remedy: schema.remedy(for: finding))
    }

    /// The problems that a refusal reports.
    static func all(of extractError: ExtractError, path: String) -> [ExtractProblem] {
        if case .tooManyFaults(let file, let breaches) = extractError {
            return breaches.map { breach in
                ExtractProblem(
                    file: file, line: nil, column: breach.column, rule: extractError.code, severity: breach.severity,
                    value: nil,
                    explanation: breach.explanationOfCount, remedy: breach.remedy)
            }
        }
        var (line, message) = extractError.placed
        if case .notDecodable(let file, let offset) = extractError, let landed = try? LandedFile(name: file, path: path)
        {
            line = try? landed.line(ofByte: offset)
        }
        return [
            ExtractProblem(
                file: extractError.file, line: line, column: nil, rule: extractError.code, severity: .refuse,
                value: nil,
                explanation: message, remedy: nil)
        ]
    }

    /// By line, column and rule; what is about the whole file is first.
    static func precedes(_ a: ExtractProblem, _ b: ExtractProblem) -> Bool {
        (a.line ?? 0, a.column ?? "", a.rule, a.explanation) < (b.line ?? 0, b.column ?? "", b.rule, b.explanation)
    }
}
