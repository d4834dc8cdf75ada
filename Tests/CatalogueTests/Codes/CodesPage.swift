import Core
import Indicators
import PipelineEngine
import ReleaseDisclosure
import Reporting

/// The page of codes in the documentation, made from the program's own texts.
enum CodesPage {
    private static let values = AwkwardValues.placeholders

    static var text: String {
        """
        # Codes

        What each code in messages, files and tables means, and what to do.

        ## Overview

        The sentences are those that the program prints, with `NAME`, `FILE` and made-up numbers. This page is made from the
        sources with `make codes`, and a test compares it with them.


        """
            + ([findings] + errors + [verdicts, notices, marks, outOfScope, causes]).map(\.text).joined(separator: "\n")
    }

    private static var findings: CodesTable {
        CodesTable(
            title: "Findings",
            lead: "What may be found in rows, files and figures. A schema may set another consequence for a rule.",
            headings: ["code", "meaning", "consequence", "what to do"],
            rows: FindingRule.allCases.map { rule in
                [
                    rule.rawValue, rule.meaning, rule.quarantines ? "the row goes to quarantine" : "it is reported",
                    rule.remedy ?? ExampleSchema.remedy(rule, values) ?? "nothing",
                ]
            })
    }

    private static var errors: [CodesTable] {
        ReportedFailures.groups(values).map { group in
            CodesTable(
                title: group.title, lead: group.lead,
                headings: ["code", "exit status", "meaning", "what to do"],
                rows: group.failures.flatMap { failure in
                    failure.messages.filter { !$0.isWarning }.map { message in
                        let parts = MessageParts(message)
                        return [message.code, "\(failure.exitStatus.rawValue)", parts.meaning, parts.remedy ?? ""]
                    }
                })
        }
    }

    private static var verdicts: CodesTable {
        CodesTable(
            title: "Why a command ends with findings",
            lead: "The work is done, but something should be checked.",
            headings: ["code", "exit status", "sentence"],
            rows: RunVerdict.Reason.examples(values).map { reason in
                [reason.code, RunVerdict([reason]).exitStatus.map { "\($0.rawValue)" } ?? "0", reason.sentence]
            })
    }

    private static var notices: CodesTable {
        CodesTable(
            title: "Notices about small numbers",
            lead: "They are logged as warnings for the person who makes a release.",
            headings: ["code", "meaning", "what to do"],
            rows: ProtectionNotice.examples(values).map { notice in
                let parts = MessageParts(FailureMessage(code: notice.code, notice.words))
                return [notice.code, parts.meaning, parts.remedy ?? ""]
            })
    }

    private static var marks: CodesTable {
        CodesTable(
            title: "Marks in tables", lead: "They are in a cell or after its number; the code is in `figures.csv`.",
            headings: ["code", "mark", "meaning"],
            rows: ObservationMarker.allCases.map { [$0.rawValue, $0.shorthand, $0.explanation] }
                + MissingReason.examples(values).map { [$0.code, $0.display, $0.explanation] }
                + [Shorthand.toBeConfirmed, .percentagePoints].map { ["", $0.mark, $0.meaning] })
    }

    private static var outOfScope: CodesTable {
        CodesTable(
            title: "Rows out of scope", lead: "They have no fault, but do not belong to the report.",
            headings: ["code", "meaning"], rows: OutOfScope.allCases.map { [$0.rawValue, $0.explanation] })
    }

    private static var causes: CodesTable {
        CodesTable(
            title: "Causes of revisions", lead: "Why a figure differs from the issued one.",
            headings: ["code", "meaning"], rows: RevisionCause.allCases.map { [$0.rawValue, $0.words] })
    }
}
