import Core
import Files
import Ingestion
import Intake
import Ledger
import PipelineDefinition
import PipelineEngine
import ReleaseStore
import Setup
import Spreadsheets
import TableAudit

/// Every error that the program can report, grouped by subject.
enum ReportedFailures {
    /// The errors of one type, or of types that belong together.
    struct Group {
        let title: String
        var lead = "The command ends with the exit status in the table."
        let failures: [any ReportedFailure]
    }

    private struct Unexpected: Error, CustomStringConvertible {
        let description = "an error in its own words"
    }

    static func groups(_ v: AwkwardValues) -> [Group] {
        [
            Group(title: "Extracts that are refused", failures: ExtractError.examples(v)),
            Group(title: "Workbooks and archives that are refused", failures: SpreadsheetError.examples(v)),
            Group(title: "Runs that cannot go on", failures: RunFailure.examples(v)),
            Group(title: "Definitions, schemas and reference tables", failures: DefinitionErrors.examples(v)),
            Group(
                title: "Requests",
                failures: RequestError.examples(v) + FigureNotFound.examples(v) + [MissingInputs(files: v.some)]),
            Group(title: "Writing", failures: OutputFailure.examples(v)),
            Group(
                title: "Releases",
                failures: UnreadableRelease.examples(v) + ReleaseMismatch.examples(v) + IssueError.examples(v)),
            Group(
                title: "The ledger",
                lead:
                    "A run goes on without the ledger and logs a warning. A command that reads the ledger ends with the exit status in the table.",
                failures: LedgerError.examples(v)
                    + [
                        UnknownLedgerName(ledger: v.file, kind: "row", name: v.name, nearest: v.any.first),
                        UnrecordedFailure(cause: LedgerError.absent(path: v.file), [.locked(path: v.file)]),
                    ]),
            Group(title: "Audits of tables", failures: AuditFailure.examples(v)),
            Group(title: "New pipelines", failures: SetupFailure.examples(v)),
            Group(title: "Faults of the program", failures: [InternalFault.reported(Unexpected())]),
        ]
    }
}
