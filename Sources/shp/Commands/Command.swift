import ArgumentParser
import Core
import Logging

@main
struct Command: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shp",
        abstract: "Turns what a Community Safety Partnership is sent into its quarterly indicators.",
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
                  partial; 'diff' or 'regenerate' a difference. A sentence on standard error says which
              64  the command line is wrong, or 'issue' is given a day on which no release can have been issued
              65  an extract is refused, or what was validated or audited has faults
              66  an extract, a folder or the quarter's rows are missing
              69  'audit': nothing in a table could be checked, or less than --require-coverage asks for
              70  a fault of the program; nothing was published
              73  the output cannot be created
              74  reading or writing failed (a full disk, for one)
              75  another run holds the lock of the output
              77  no permission to read or write a file or folder
              78  the definition is wrong

            'shp run' that finds nothing changed ends with 0 and repeats the sentence of the run before it.
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
    /// Parses the command line and runs the command. An error in the command line itself is written as every
    /// other message is: as JSON where that was requested.
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
            // An exit status that was thrown has been explained, and help and versions are no errors.
            if !(error is ExitCode), exitCode(for: error) == .validationFailure, LogFormat.asked(by: arguments) == .json
            {
                Log(format: .json, level: .error).tell(Notice(.error, code: "usage", message(for: error)))
                exit(withError: ExitStatus.usage.code)
            }
            exit(withError: error)
        }
    }
}
