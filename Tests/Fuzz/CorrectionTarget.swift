import Core
import Evaluation
import FoundationEssentials
import Intake
import PipelineEngine

/// Lays a file of corrections into a landing folder and reads the folder.
struct CorrectionTarget: FuzzTarget {
    let name = "corrections"
    let path = "\(Fuzz.folder)/corrections.csv"
    let seeds: [[UInt8]]
    private let made: MadeUpOutput

    init(_ made: MadeUpOutput) throws {
        self.made = made
        seeds = try made.corrections()
    }

    func read(_ input: [UInt8]) async throws -> Verdict {
        let laid = made.landing + "/corrections.csv"
        try Data(input).write(to: .init(filePath: laid))
        defer { try? FileManager.default.removeItem(atPath: laid) }
        do {
            let result = try await PipelineRun(
                plan: made.plan, input: made.landing, quarter: FinancialQuarter(made.quarter), threads: 1
            ).evaluate(traces: false)
            let total = result.total
            // For any file, no row of the extracts is lost and none is made up.
            guard total.balances, total.read >= 30 else { return .disagreement("\(total)") }
            let rules = Set(result.findings.map(\.rule.rawValue)).sorted()
            return .read("\(rules) \(total.corrected) \(total.quarantinedTotal)")
        } catch let failure as RunFailure {
            return .read("\(failure.codes)")
        }
    }
}
