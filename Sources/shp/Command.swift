import ArgumentParser

@main
struct Command: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shp",
        abstract: "Turns what a Community Safety Partnership is sent into its quarterly indicators.",
        discussion: """
            EXAMPLES
              shp check Pipelines/shp-performance.yaml
              shp run Pipelines/shp-performance.yaml
              shp validate landing/crime/2019-07.csv --definition Pipelines/shp-performance.yaml
              shp status Pipelines/shp-performance.yaml --quarter 2019-20-Q1
              shp run Pipelines/shp-performance.yaml --quarter 2019-20-Q1 --input landing --output Output
              shp history --figure "Hate Incidents" --area Hartlepool
              shp explain Output/shp-performance/2019-20-Q1 "Violence with injury" --area Hartlepool

            EXIT STATUS
              0   done, or nothing to do
              1   published, but more than 1 % of the rows are in quarantine; or 'status' found a gap
              64  the command line is wrong
              65  an extract is refused, or what was validated has faults
              66  an extract, a folder or the quarter's rows are missing
              70  a fault of the program; nothing was published
              73  the output cannot be created
              74  reading or writing failed (a full disk, for one)
              75  another run holds the lock of the output
              77  no permission
              78  the definition is wrong
            """,
        version: "shp \(Program.version)",
        subcommands: [
            RunCommand.self, CheckCommand.self, ValidateCommand.self, StatusCommand.self, SuggestCommand.self,
            HistoryCommand.self, IssueCommand.self, RegenerateCommand.self, DiffCommand.self,
            BackfillCommand.self, ExplainCommand.self,
        ])
}
