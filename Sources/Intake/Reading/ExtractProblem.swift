public import Core
import Ingestion
import Validation

/// A fault of an extract, or a note on it, for people and for programs.
public struct ExtractProblem: Hashable, Sendable {
    /// The extract, under the name that the user gave.
    public let file: String
    /// The physical line, from 1; nil if the problem concerns the whole file.
    public let line: Int?
    /// The schema's name of the column; nil if the problem concerns whole rows or the file.
    public let column: String?
    /// The stable code of the rule, or of the reason for refusing the whole file.
    public let rule: String
    public let severity: FindingSeverity
    /// The value; nil for sensitive sources, and if no single value is at fault.
    public let value: String?
    /// The explanation of the problem.
    public let explanation: String
    /// The remedy; nil if the explanation contains it.
    public let remedy: String?

    /// The explanation followed by the remedy.
    public var message: String { remedy.map { "\(explanation); \($0)" } ?? explanation }
}

extension ExtractProblem {
    /// Creates a problem from a finding, with the remedy of its schema.
    init(_ finding: Finding, schema: TableSchema) {
        self.init(
            file: finding.file, line: finding.line, column: finding.column, rule: finding.rule.rawValue,
            severity: finding.severity, value: finding.value,
            explanation: finding.explanation + (finding.note.map { ": \($0)" } ?? ""),
            remedy: schema.remedy(for: finding))
    }

    /// Returns the problems that are reported for a refused extract.
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

    /// Orders problems by line, column and rule. Problems of the whole file come first.
    static func precedes(_ a: ExtractProblem, _ b: ExtractProblem) -> Bool {
        (a.line ?? 0, a.column ?? "", a.rule, a.explanation) < (b.line ?? 0, b.column ?? "", b.rule, b.explanation)
    }
}
