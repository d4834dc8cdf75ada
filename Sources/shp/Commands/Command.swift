import ArgumentParser
import Core
import Logging

@main
struct Command: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shp",
        abstract: "Makes the quarterly indicators of a Community Safety Partnership from the data that it receives.",
        discussion: """
            EXAMPLES
              shp init Leeds
              shp check Pipelines/shp-performance.yaml
              shp run Pipelines/shp-performance.yaml
              shp validate landing/crime/2019-07.csv --definition Pipelines/shp-performance.yaml
              shp status Pipelines/shp-performance.yaml --quarter 2019-20-Q1
              shp audit Output/shp-performance/2019-20-Q1/latest
              shp run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input landing --output Output
              shp history --figure "Hate Incidents" --area Hartlepool
              shp explain Output/shp-performance/2019-20-Q1 "Violence with injury" --area Hartlepool

            EXIT STATUS
              0   done, or nothing to do
              1   published with findings, such as more than 1% of the rows in quarantine; 'status' found something late or
                  partial; 'diff' or 'regenerate' found a difference. A sentence on standard error gives the reason
              64  the command line is wrong, or 'issue' is given a day on which the release cannot have been issued
              65  an extract is refused, or 'validate' or 'audit' found faults
              66  an extract, a folder or the quarter's rows are missing
              69  'audit' could check nothing in a table, or fewer figures than --require-coverage asks for
              70  the program is at fault, or figures contradict each other; nothing was published
              73  the output cannot be created
              74  reading or writing failed, for instance because the disk is full
              75  another run holds the lock of the output
              77  no permission to read or write a file or folder
              78  the definition is wrong

            When nothing has changed, 'shp run' repeats the last published run's reasons and ends with exit status 0.
            """,
        version: "shp \(Program.version)",
        subcommands: [
            InitCommand.self, RunCommand.self, CheckCommand.self, ValidateCommand.self, StatusCommand.self,
            SuggestCommand.self,
            AuditCommand.self,
            HistoryCommand.self, IssueCommand.self, RegenerateCommand.self, DiffCommand.self,
            BackfillCommand.self, ExplainCommand.self,
        ])
}

extension Command {
    /// Parses the command line and runs the command. An error in the command line itself is written like every
    /// other message: as JSON when JSON was requested.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            // A thrown exit status has already been explained; help and version texts are not errors.
            if !(error is ExitCode), exitCode(for: error) == .validationFailure, LogFormat.asked(by: arguments) == .json
            {
                Log(format: .json, level: .error).report(Notice(.error, code: "usage", message(for: error)))
                exit(withError: ExitStatus.usage.code)
            }
            exit(withError: error)
        }
    }
}
