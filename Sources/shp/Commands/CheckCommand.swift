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
            Each error is a line FILE:LINE:COLUMN: what is wrong, with the nearest valid name. Exit status 0 or 78. When a \
            table of denominators lacks the number of an area that has rates, that is a warning.

            EXAMPLE
              shp check Pipelines/shp-performance.yaml
              shp check leeds/leeds.yaml --merged
            """)

    @Argument(help: "The pipeline's definition.", completion: .file(extensions: ["yaml", "yml"]))
    var definition: String

    @Flag(help: "Print the definition and the bases that it extends as one.")
    var merged = false

    @OptionGroup var messages: LogOptions

    func run() throws {
        do {
            if merged { return Terminal.result(unended: try PlanCompiler.merged(path: definition)) }
            let plan = try PlanCompiler.compile(path: definition)
            for warning in plan.warnings {
                messages.log.tell(Notice(.warning, code: "no-denominator", "\(warning)"))
            }
            let sources = UnitNoun(plural: "sources").counted(plan.sources.count)
            Terminal.result(
                "\(definition): sound; \(sources), \(UnitNoun(plural: "tables").counted(plan.tables.count))")
        } catch { throw Failure.exit(for: error, messages.log) }
    }
}
