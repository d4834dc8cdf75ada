import ArgumentParser
import Core
import Files
import PipelineEngine

struct IssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Records that a release was issued to a committee, and seals the release; or withdraws a release.",
        discussion: """
            Every file of the release is compared with its manifest. Then the files become read-only, and the \
            quarter's issued.json names the release. Each entry gives the SHA-256 of the entry before it, and the \
            ledger keeps a copy of each entry. Every file of the pipeline's issued releases is checked. When a file \
            was changed, is missing or was added, the exit status is 65. The seal reveals accidents and casual edits; \
            whoever owns the folder can forge the seal. Later runs compare their figures with the last issued release, \
            and mark the figures that differ.

            The day must not be before the quarter's end, before the last entry of issued.json, or in the future. Such \
            a day is refused with exit status 64. A release may reveal suppressed numbers together with releases that \
            were issued since it was made. Such a release is refused with exit status 65, and the message names the \
            numbers.

            --withdraw adds an entry with the reason, and removes no entry. From then on nothing is compared with the \
            withdrawn release. What its readers know still counts where small numbers are suppressed. The release, or \
            another one, can be issued afterwards.

            --restore restores an issued.json that was deleted, emptied, cut or edited. Every entry comes from the \
            ledger, with days, withdrawals and reasons. While the list lacks entries that the ledger has, no release \
            can be issued, and the exit status is 65. Where the ledger knows only that the release was issued, the \
            release is issued again.

            EXAMPLES
              shp issue 2019-20-Q1
              shp issue 2019-20-Q1 --release 4f2a90c1d3e7 --on 2019-09-06
              shp issue 2019-20-Q1 --pipeline shp-performance --output /srv/shp
              shp issue 2019-20-Q1 --withdraw --reason "Two months of anti-social behaviour were counted twice"
              shp issue 2019-20-Q1 --restore
            """)

    @Argument(help: "The financial quarter, such as 2019-20-Q1.", transform: FinancialQuarter.argument)
    var quarter: FinancialQuarter

    @Option(help: "The pipeline. (default: the only one with the quarter)")
    var pipeline: String?

    @Option(
        help: """
            The release's identifier. (default: the release that 'latest' points at; with --withdraw, the last issued)
            """)
    var release: String?

    @Option(help: "The day of issue or of withdrawal. (default: today)", transform: CalendarDate.argument)
    var on: CalendarDate?

    @Flag(help: "Withdraw a release that was issued.")
    var withdraw = false

    @Option(help: "Why the release is withdrawn, in one sentence; the index page shows it.")
    var reason: String?

    @Flag(help: "Restore the quarter's lost or edited issued.json from the ledger.")
    var restore = false

    @Option(help: "Where releases are.", completion: .directory)
    var output = "Output"

    @Option(help: "The folder of the ledger. (default: OUTPUT/state)", completion: .directory)
    var state: String?

    @Option(help: "How many seconds to wait for a run to end; with 0 the command does not wait.")
    var wait = 0

    @OptionGroup var messages: LogOptions

    func validate() throws {
        guard wait >= 0 else { throw ValidationError("--wait takes a number of seconds, 0 or more") }
        if let release, release.contains("/") {
            throw ValidationError("--release takes only the identifier, such as 4f2a90c1d3e7")
        }
        if restore, withdraw { throw ValidationError("--restore and --withdraw exclude each other") }
        guard withdraw else {
            if reason != nil { throw ValidationError("--reason belongs to --withdraw") }
            return
        }
        guard let reason, !reason.allSatisfy(\.isWhitespace), !reason.contains(where: \.isNewline) else {
            throw ValidationError("--withdraw needs its reason on one line: --reason TEXT")
        }
    }

    func run() async throws {
        do {
            let today = Clock.today
            var issue = ReleaseIssue(
                of: quarter, output: output, ledger: OutputLayout.ledger(inState: state, of: output), on: on ?? today,
                today: today)
            (issue.pipeline, issue.release, issue.wait) = (pipeline, release, .seconds(wait))
            if withdraw {
                try issue.withdraw(because: reason ?? "", report)
            } else if restore {
                try issue.restore(report)
            } else {
                try issue.issue(report)
            }
        } catch { throw Failure.exit(for: error, messages.log) }
    }

    private func report(_ event: ReleaseIssue.Event) {
        switch event {
        case .issued(let folder, let day): say("Issued:     \(folder), on \(day)")
        case .issuedAlready(let folder, let day): say("Issued already, on \(day): \(folder)")
        case .withdrawn(let folder, let day, let issuedOn):
            say("Withdrawn:  \(folder), on \(day); it was issued on \(issuedOn)")
        case .restored(let file, let entries):
            say((["Restored:   \(file), from the ledger:"] + entries.map { "  " + $0 }).joined(separator: "\n"))
        case .whole(let file): say("Nothing to restore: \(file) has every entry that the ledger knows")
        case .indexNotWritten(let reason): messages.log.report(Notice(indexNotWritten: reason))
        case .ledger(let ledgerError): messages.log.report(Notice(ledgerError))
        }
    }

    private func say(_ text: String) { if !messages.quiet { Terminal.result(text) } }
}
