public import Core
import FoundationEssentials
import Ingestion
public import Records
import SystemPackage

/// Looks for everything that is wrong with extracts, each by itself, and counts and publishes nothing. A file is read once
/// (again when values repeat that must be unique, or when it turns out not to be UTF-8); what is kept of it is its
/// problems, and with a definition 24 bytes for each row with an identifier.
public struct ExtractValidation: Sendable {
    /// What extracts are checked against.
    public enum Basis: Sendable {
        /// One schema: values, rows and the file, but no reference table.
        case schema(TableSchema)
        /// A definition's sources, of which each file is one, with its reference tables.
        case plan(PipelinePlan)
    }

    private let sources: [PipelinePlan.Source]
    private let areas: AreaTable
    private let threads: Int
    private let chunkSize: Int

    /// A validation on several threads; what it finds does not depend on how many.
    public init(_ basis: Basis, threads: Int) {
        // Chunks of one size, so that what is found before a fault that ends the reading is always the same.
        self.init(basis, threads: threads, chunkSize: 8 << 20)
    }

    /// A validation with chunks of so many bytes.
    package init(_ basis: Basis, threads: Int, chunkSize: Int) {
        self.chunkSize = chunkSize
        switch basis {
        case .schema(let schema):
            sources = [
                PipelinePlan.Source(
                    name: schema.name, title: schema.title, schemas: [schema], patterns: [], isOptional: false,
                    records: UncountedRecords())
            ]
            areas = AreaTable(areas: [], byName: [:], byLSOA: [:], parts: [])
        case .plan(let plan):
            sources = plan.sources
            areas = plan.areas
        }
        self.threads = max(1, threads)
    }

    /// What is wrong with each of the files, in their order.
    public func reports(of paths: [String]) async -> [ExtractReport] {
        let choices = paths.map { SourceChoice(path: $0, among: sources) }
        let extracts = choices.compactMap { choice in
            choice.source.map {
                LandedExtract(source: $0, schema: choice.schema, file: choice.path, path: choice.path)
            }
        }
        let intake = Intake(
            sources: sources, areas: areas, extracts: extracts, threads: threads, parser: .fast, known: KnownFiles(),
            options: IntakeOptions(maxReported: .max, hashes: false, chunkSize: chunkSize))
        var results = await intake.results { _ in }[...]
        var reports: [ExtractReport] = []
        for choice in choices {
            if let source = choice.source, let result = results.popFirst() {
                reports.append(await report(result, choice.path, sources[source], choice.schema))
            } else if let extractError = choice.extractError {
                reports.append(
                    ExtractReport(
                        file: choice.path, source: nil, account: RowAccount(),
                        problems: ExtractProblem.all(of: extractError, path: choice.path),
                        isMissing: extractError.isMissing,
                        isForbidden: extractError.isForbidden))
            }
        }
        return reports
    }

    private func report(_ result: Intake.IngestedExtract, _ path: String, _ source: PipelinePlan.Source, _ schema: Int)
        async
        -> ExtractReport
    {
        var findings = result.findings
        var account = result.account
        var extractErrors: [ExtractError] = []
        switch result.outcome {
        case .failure(let extractError): extractErrors = [extractError]
        case .success(let outcome):
            var own = [outcome]
            let resolution = await SourceResolution(
                &own, source: source, threads: threads, maxReported: .max)
            (findings, account, extractErrors) = (own[0].findings, own[0].account, resolution.extractErrors)
        }
        let problems =
            findings.map { ExtractProblem($0, schema: source.schemas[schema]) }
            + extractErrors.flatMap { ExtractProblem.all(of: $0, path: path) }
        return ExtractReport(
            file: path, source: source.name, account: account, problems: problems.sorted(by: ExtractProblem.precedes),
            isMissing: extractErrors.contains(where: \.isMissing),
            isForbidden: extractErrors.contains(where: \.isForbidden))
    }
}

extension ExtractError {
    /// Whether there is no such file.
    var isMissing: Bool { if case .unreadable(_, .noSuchFileOrDirectory) = self { true } else { false } }
}

/// What is wrong with one extract.
public struct ExtractReport: Sendable {
    /// The extract, as it was named.
    public let file: String
    /// The source or schema that it was checked against; nil when none fits.
    public let source: String?
    /// Where its rows would go; of a refused one those before the place where reading ended.
    public let account: RowAccount
    /// In the order of lines, columns and rules.
    public let problems: [ExtractProblem]
    /// Whether there is no such file.
    public let isMissing: Bool
    /// Whether the user may not read it.
    public let isForbidden: Bool

    /// Whether a run could not take all of it.
    public var isFaulty: Bool { problems.contains { $0.severity > .note } }
}
