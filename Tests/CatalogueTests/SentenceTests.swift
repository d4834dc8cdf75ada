import Core
import FoundationEssentials
import Indicators
import PipelineEngine
import ReleaseDisclosure
import Reporting
import Testing

/// Every sentence has at most 25 words, uses no words that the project avoids, and is correct with any names and
/// numbers.
@Suite("Every sentence that a user can meet")
struct SentenceTests {
    /// Renders the texts with all values and expects no problems.
    private func expectPlain(
        _ kind: SentenceJudge.Kind, _ texts: (AwkwardValues) throws -> [(code: String, text: String)],
        sourceLocation: SourceLocation = #_sourceLocation
    ) rethrows {
        var problems: Set<String> = []
        var seen: Set<String> = []
        for values in AwkwardValues.all {
            let judge = SentenceJudge(values)
            for (code, text) in try texts(values) where seen.insert(text).inserted {
                problems.formUnion(judge.problems(text, kind).map { "\(code): \($0)" })
            }
        }
        #expect(problems.isEmpty, "\(problems.sorted().joined(separator: "\n"))", sourceLocation: sourceLocation)
    }

    @Test("Findings: what each means, and what to do")
    func findings() {
        expectPlain(.message) { _ in
            FindingRule.allCases.flatMap { rule in
                ([rule.meaning] + [rule.remedy].compactMap(\.self)).map { (rule.rawValue, $0) }
            }
        }
    }

    @Test("Findings and rows out of scope: the words that pages have for their codes")
    func words() {
        let codes = FindingRule.allCases.map(\.rawValue) + OutOfScope.allCases.map(\.rawValue)
        expectPlain(.message) { _ in codes.map { ($0, ReasonWords.words($0)) } }
    }

    @Test("Findings: what to do about a value, by the schema")
    func remedies() {
        expectPlain(.message) { values in
            FindingRule.allCases.flatMap { rule in
                ExampleSchema.remedies(for: rule, values).map { (rule.rawValue, $0) }
            }
        }
    }

    @Test("Extracts with too many rows at fault")
    func breaches() {
        expectPlain(.message) { values in
            ThresholdBreach.examples(values).flatMap { breach in
                // The parts between semicolons (what is wrong, where, and what stops) are checked one by one.
                breach.explanationOfCount.components(separatedBy: "; ").map { ("too-many-faults", $0) }
                    + [("too-many-faults", breach.remedy)]
            }
        }
    }

    @Test("Errors: every message, and what it says beside its place")
    func errors() {
        expectPlain(.message) { values in
            ReportedFailures.groups(values).flatMap(\.failures).flatMap { failure in
                failure.messages.flatMap { [($0.code, $0.text), ($0.code, $0.explanation)] }
            }
        }
    }

    @Test("Errors: every code is in kebab case")
    func codes() {
        let codes = ReportedFailures.groups(.placeholders).flatMap(\.failures).flatMap(\.codes)
        #expect(codes.allSatisfy { $0.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil })
        #expect(codes.count > 100)
    }

    @Test("Why a command ends with a status that is not 0")
    func verdicts() {
        expectPlain(.sentence) { RunVerdict($0.reasons).remarks.map { ($0.code, $0.sentence) } }
    }

    @Test("Notices about the protection of small numbers")
    func notices() {
        expectPlain(.message) { ProtectionNotice.examples($0).map { ($0.code, $0.words) } }
    }

    @Test("What marks in tables, reasons for missing figures and rows out of scope mean")
    func marks() {
        expectPlain(.sentence) { values in
            MissingReason.examples(values).map { ($0.code, $0.explanation) }
                + ObservationMarker.allCases.map { ($0.rawValue, $0.explanation) }
                + [Shorthand.toBeConfirmed, .percentagePoints].map { ($0.mark, $0.meaning) }
        }
        expectPlain(.message) { _ in
            OutOfScope.allCases.map { ($0.rawValue, $0.explanation) }
                + RevisionCause.allCases.map { ($0.rawValue, $0.words) }
        }
    }

    @Test("The summary of a report")
    func summaries() throws {
        try expectPlain(.sentence) { values in try ExampleSummary.sentences(values).map { ("summary", $0) } }
    }
}

extension AwkwardValues {
    fileprivate var reasons: [RunVerdict.Reason] { RunVerdict.Reason.examples(self) }
}
