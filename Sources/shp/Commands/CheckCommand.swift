import ArgumentParser
import Core
import Logging
import Planning
import Records

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reports every error in a definition and in the files that it names.",
        discussion: """
            Each error is one line, FILE:LINE:COLUMN: what is wrong, with the nearest valid name. Exit status 78 when \
            there is an error, else 0. There is a warning for an area that has rates but no number in the tables of \
            denominators.

            EXAMPLES
              shp check Pipelines/shp-performance.yaml
              shp check leeds/leeds.yaml --merged
            """)

    @Argument(help: "The pipeline's definition.", completion: .file(extensions: ["yaml", "yml"]))
    var definition: String

    @Flag(help: "Print the definition, joined with the bases that it extends.")
    var merged = false

    @OptionGroup var messages: LogOptions

    func run() throws {
        do {
            if merged { return Terminal.result(unended: try PlanCompiler.merged(path: definition)) }
            let plan = try PlanCompiler.compile(path: definition)
            for warning in plan.warnings {
                messages.log.report(Notice(.warning, code: "no-denominator", "\(warning)"))
            }
            let sources = UnitNoun(plural: "sources").counted(plan.sources.count)
            Terminal.result(
                "\(definition): no errors; \(sources), \(UnitNoun(plural: "tables").counted(plan.tables.count))")
        } catch { throw Failure.exit(for: error, messages.log) }
    }
}
