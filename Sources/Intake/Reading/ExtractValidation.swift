public import Core
import FoundationEssentials
import Ingestion
public import Records
import SystemPackage

/// Finds all faults of extracts, each on its own, without counting or publishing anything. A file is read once. It is
/// read again if it repeats values that must be unique, or is not in UTF-8. Only its problems are kept and, with a
/// definition, 24 bytes for each row with an identifier.
public struct ExtractValidation: Sendable {
    /// The basis on which extracts are checked.
    public enum Basis: Sendable {
        /// One schema. It checks values, rows and the file, but uses no reference table.
        case schema(TableSchema)
        /// The sources and reference tables of a definition; each file belongs to one of the sources.
        case plan(PipelinePlan)
    }

    private let sources: [PipelinePlan.Source]
    private let areas: AreaTable
    /// The formats of files that the definition leaves out.
    private let otherFormats: [TableSchema]
    private let threads: Int
    private let chunkSize: Int

    /// Creates a validation on several threads. Its findings do not depend on the number of threads.
    public init(_ basis: Basis, threads: Int) {
        // Chunks have one size, so that the findings before a fault that ends the reading are always the same.
        self.init(basis, threads: threads, chunkSize: 8 << 20)
    }

    /// Creates a validation with chunks of the given number of bytes.
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
            otherFormats = []
        case .plan(let plan):
            sources = plan.sources
            areas = plan.areas
            otherFormats = plan.otherFormats
        }
        self.threads = max(1, threads)
    }

    /// Returns a report on each of the files, in their order. A workbook or an archive has a report for each of its tables.
    public func reports(of paths: [String]) async -> [ExtractReport] {
        let places = paths.flatMap { Self.places($0, among: sources, besides: otherFormats) }
        let choices = places.map { SourceChoice($0, among: sources) }
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
    /// Whether the file does not exist.
    var isMissing: Bool { if case .unreadable(_, .noSuchFileOrDirectory) = self { true } else { false } }
}

/// The problems of one extract.
public struct ExtractReport: Sendable {
    /// The extract, under the name that the user gave.
    public let file: String
    /// The source or schema against which the extract was checked; nil if none fits.
    public let source: String?
    /// The number of rows with each result. For a refused extract, only rows read before the refusal are counted.
    public let account: RowAccount
    /// The problems, in the order of lines, columns and rules.
    public let problems: [ExtractProblem]
    /// Whether the file does not exist.
    public let isMissing: Bool
    /// Whether the user has no permission to read the file.
    public let isForbidden: Bool

    /// Whether a run would leave out rows of the extract, or the whole extract.
    public var isFaulty: Bool { problems.contains { $0.severity > .note } }
}
