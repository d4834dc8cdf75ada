import ArgumentParser
import Indicators
import PipelineDefinition
import PipelineEngine
import Tabular

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "run")
    @Argument var definition: String
    @Option var quarter: String?
    @Option var input: String?
    @Option var threads = 2
    func run() async throws {
        let plan: PipelinePlan
        do { plan = try PlanCompiler.compile(path: definition) } catch {
            Terminal.message(error.description); throw ExitStatus.definitionWrong.code }
        do {
            let result = try await PipelineRun(plan: plan, input: input ?? plan.landing ?? "", quarter: quarter.flatMap { FinancialQuarter($0) }, threads: threads).evaluate()
            for f in result.findings.prefix(60) { Terminal.message("\(f)") }
            print(result.quarter)
            for (s, f, a) in result.accounts { print(s, f, a) }
            for t in result.tables { print("==", t.title); for r in t.rows { print(r.section, "|", String(repeating: " ", count: r.depth) + r.label, "|", r.figures.map(\.display).joined(separator: " | ")) } }
        } catch let f as RunFailure { Terminal.message(f.description); throw ExitStatus.inputRefused.code }
    }
}
