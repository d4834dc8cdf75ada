import Crypto
import Tabular

/// The identifier of a release, from the content of everything that goes into it: the same inputs, definition and
/// program give the same one, and so the same folder.
struct ReleaseIdentity {
    let id: String

    init(
        plan: PipelinePlan, quarter: FinancialQuarter, extracts: [ExtractOutcome], corrections: [Corrections.Report],
        leftOut: [LeftOutFile], program: ProgramVersion
    ) {
        var hash = SHA256()
        func add(_ parts: String...) {
            for part in parts { hash.update(data: Array("\(part)\u{0}".utf8)) }
        }
        add("program", program.name, program.version, "pipeline", plan.pipeline, "quarter", "\(quarter)")
        for file in plan.files { add("definition", file.path, file.sha256) }
        for extract in extracts { add("input", plan.sources[extract.source].name, extract.file, extract.sha256) }
        for file in corrections { add("correction", file.file, file.sha256) }
        // The manifest tells of them.
        for file in leftOut { add("left out", file.file, file.rule.rawValue, file.note ?? "") }
        id = hash.finalize().prefix(6).map(DefinitionFolder.hexadecimal).joined()
    }
}

/// The program, as manifests name it.
public struct ProgramVersion: Hashable, Sendable {
    /// Its name and version.
    public let name: String
    public let version: String

    /// A program by name and version.
    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}
