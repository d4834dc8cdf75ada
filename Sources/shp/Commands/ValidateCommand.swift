import ArgumentParser
import FoundationEssentials
import Intake
import PipelineDefinition

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Reports every problem of extracts in one pass, and publishes nothing.",
        discussion: """
            With --schema each file is checked against one schema: its encoding, header, rows and values. With \
            --definition each file is checked as an extract of one of the definition's sources, which is found by the \
            file's name or header. Codes and areas are then looked up in the reference tables, too. Each problem is \
            one line, FILE:LINE:COLUMN: RULE: what is wrong (value "…") – what to do. csv and json give the same to \
            programs. Values of sensitive sources are never shown.

            EXIT STATUS
              0   no file has a problem (notes do not count)
              65  a file has a problem
              66  a file is missing
              77  there is no permission to read a file
              78  the schema or the definition is wrong

            EXAMPLES
              shp validate landing/crime/2019-07.csv --definition Pipelines/shp-performance.yaml
              shp validate landing/asb/*.csv --schema Pipelines/Schemas/asb-incidents.yaml --format csv >problems.csv
              shp validate 2014-04-cleveland-street.csv --schema Pipelines/Schemas/police-uk-street.yaml --format json
            """)

    @Argument(help: "The extracts.", completion: .file())
    var files: [String]

    @Option(help: "The schema that the extracts must follow.", completion: .file(extensions: ["yaml", "yml"]))
    var schema: String?

    @Option(
        help: "The definition that has the extracts' sources.", completion: .file(extensions: ["yaml", "yml"]))
    var definition: String?

    @Option(help: "text for people, csv or json for programs.")
    var format = ListFormat.text

    func validate() throws {
        if (schema == nil) == (definition == nil) {
            throw ValidationError("name what the extracts are checked against: either --schema or --definition")
        }
    }

    @OptionGroup var messages: LogOptions

    func run() async throws {
        do {
            let validation = ExtractValidation(try basis(), threads: ProcessInfo.processInfo.activeProcessorCount)
            let reports = await validation.reports(of: files)
            switch format {
            case .text: Terminal.result(ProblemList(reports: reports).text)
            case .csv: Terminal.result(unended: ProblemList(reports: reports).csv)
            case .json: Terminal.result(ProblemList(reports: reports).json)
            }
            if let status = reports.exitStatus { throw status.code }
        } catch { throw Failure.exit(for: error, messages.log) }
    }

    private func basis() throws(DefinitionErrors) -> ExtractValidation.Basis {
        if let schema { return try .schema(path: schema) }
        return try .definition(path: definition ?? "")
    }
}
