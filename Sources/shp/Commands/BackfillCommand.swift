import ArgumentParser
import Core
import Evaluation
import Logging
import PipelineEngine
import Releases

struct BackfillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: "Publishes the quarters of a range that have no release yet.",
        discussion: """
            The extracts are read once, for all quarters. A quarter without rows is reported and left out; the exit \
            status is then 66. A quarter whose year has no targets is left out in the same way, with exit status 78. \
            Everything else is reported as 'shp run' reports it: findings, gaps, and exit status 1 with its reasons.

            EXAMPLES
              shp backfill Pipelines/shp-performance.yaml 2018-19-Q1 2019-20-Q1
              shp backfill Pipelines/shp-performance.yaml 2018-19-Q1 2019-20-Q1 --force    # also those with a release
            """)

    @Argument(help: "The pipeline's definition.", completion: .file(extensions: ["yaml", "yml"]))
    var definition: String

    @Argument(help: "The first quarter, such as 2018-19-Q1.", transform: FinancialQuarter.argument)
    var from: FinancialQuarter

    @Argument(help: "The last quarter.", transform: FinancialQuarter.argument)
    var to: FinancialQuarter

    @Flag(help: "Also publish the quarters that have a release.")
    var force = false

    @OptionGroup var options: PublicationOptions

    @OptionGroup var messages: LogOptions

    func validate() throws {
        guard from <= to else { throw ValidationError("\(from) is after \(to); name the earlier quarter first") }
    }

    func run() async throws {
        let (log, isQuiet) = (messages.log, messages.quiet)
        do {
            let run = BackfillRun(
                options.request(definition: definition), from: from, to: to, isForced: force)
            let outcome = try await run.publish { event in
                log.show(event)
                if !isQuiet, let line = Self.line(event) { Terminal.result(line) }
            }
            for publication in outcome.published {
                for remark in publication.verdict.remarks {
                    log.report(Notice(remark, of: "\(publication.result.quarter)"))
                }
            }
            if let status = outcome.exitStatus { throw status.code }
        } catch { throw Failure.exit(for: error, log) }
    }

    /// Returns the line for a quarter's result; nil for an event that is not a result.
    private static func line(_ event: RunEvent) -> String? {
        switch event {
        case .released(let quarter): "\(quarter): has a release already"
        case .published(let publication): "\(publication.result.quarter): \(publication.published.folder)"
        default: nil
        }
    }
}
