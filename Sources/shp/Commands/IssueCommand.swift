import ArgumentParser
import Core
import Files
import PipelineEngine

struct IssueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Records that a release was issued to a committee, and seals it; or that it was withdrawn.",
        discussion: """
            Every file of the release is compared with its manifest; then it can no longer be written to, and the quarter's \
            issued.json names it. Each entry names the entry before it by SHA-256, and the ledger remembers them. Every file of \
            the pipeline's issued releases is looked at: exit status 65 when one was changed, is missing or was added. The \
            seal finds accidents and casual edits; whoever owns the folder can forge it. Later runs compare their figures with the last release that was issued, and mark those \
            that differ. The day must not be before the quarter's end, before the last entry of issued.json, or in the \
            future; other days are refused with exit status 64. A release that would reveal withheld numbers together with \
            what was issued since it was made is refused with exit status 65, which names them.

            --withdraw adds an entry that says so, with its reason, and removes none: from then on nothing is compared with \
            the release, but what readers have of it still counts where small numbers are suppressed. The release, or \
            another one, can be issued afterwards.

            --restore puts an issued.json back that was deleted, emptied, cut or edited, entry by entry as the ledger has \
            it: days, withdrawals and reasons. Without it a release is refused with exit status 65 while the list lacks what \
            the ledger knows. Where the ledger knows no more than that the release was issued, it is issued again.

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
            The release's identifier. (default: the one that 'latest' points at; for --withdraw the last that was issued)
            """)
    var release: String?

    @Option(help: "The day of issue or of withdrawal. (default: today)", transform: CalendarDate.argument)
    var on: CalendarDate?

    @Flag(help: "Withdraw a release that was issued.")
    var withdraw = false

    @Option(help: "Why it is withdrawn, in a sentence that readers of the index page see.")
    var reason: String?

    @Flag(help: "Put a lost or edited issued.json of the quarter back, as the ledger has it.")
    var restore = false

    @Option(help: "Where releases are.", completion: .directory)
    var output = "Output"

    @Option(help: "The folder of the ledger. (default: OUTPUT/state)", completion: .directory)
    var state: String?

    @Option(help: "Wait so many seconds for a run to end. (default: not at all)")
    var wait = 0

    @OptionGroup var messages: LogOptions

    func validate() throws {
        guard wait >= 0 else { throw ValidationError("--wait takes a number of seconds, 0 or more") }
        if let release, release.contains("/") {
            throw ValidationError("--release takes the identifier alone, such as 4f2a90c1d3e7")
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
        case .indexNotWritten(let reason): messages.log.tell(Notice(indexNotWritten: reason))
        case .ledger(let ledgerError): messages.log.tell(Notice(ledgerError))
        }
    }

    private func say(_ text: String) { if !messages.quiet { Terminal.result(text) } }
}
