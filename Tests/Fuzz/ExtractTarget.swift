import Core
import Ingestion
import Intake
import Records
import SampleDataGenerator

/// Reads an extract in both parser modes. The results must be the same, and every row must be accounted for.
struct ExtractTarget: FuzzTarget {
    let name: String
    let path: String
    let seeds: [[UInt8]]
    private let plan: PipelinePlan
    private let source: Int
    private let schema: Int

    init(_ plan: PipelinePlan, source: Int, schema: Int) {
        self.plan = plan
        self.source = source
        self.schema = schema
        let (definition, form) = (plan.sources[source], plan.sources[source].schemas[schema])
        name = form.name
        path = "\(Fuzz.folder)/\(form.name).csv"
        let samples = SampleLandingFolder.files().filter { file in
            definition.patterns.contains { $0.matches(file.path) }
        }.flatMap { file in [Self.lines(file.bytes, 12), Self.lines(file.bytes, 60)] }
        // Samples are in a source's first format.
        seeds = (samples.isEmpty || schema > 0 ? [Self.madeUp(form)] : samples).flatMap(Self.dressed)
    }

    private static func lines(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
        Array(
            bytes.split(separator: 10, maxSplits: count, omittingEmptySubsequences: false).prefix(count).joined(
                separator: [10]))
            + [10]
    }

    /// A header and a few rows in the schema's own words, for schemas of which the sample data has no extract.
    private static func madeUp(_ schema: TableSchema) -> [UInt8] {
        let header = schema.fields.map(\.name).joined(separator: ",")
        let rows = (0..<20).map { row in
            schema.fields.map { row % 5 == 4 ? "x" : Self.value(of: $0, row) }.joined(separator: ",")
        }
        return Array(([header] + rows).joined(separator: "\r\n").utf8) + [13, 10]
    }

    /// A value that the field allows.
    private static func value(of field: SchemaField, _ row: Int) -> String {
        if let allowed = field.constraints.enumeration { return allowed[row % allowed.count] }
        switch field.role {
        case .identifier where !field.constraints.required: return ""
        case .month: return "2019-04"
        case .date: return "2019-04-0\(row % 9 + 1)"
        case .category: return ["Anti-social behaviour", "Burglary", "28A"][row % 3]
        case .lsoa: return "E0101194\(row % 10)"
        case .lsoaName: return "Hartlepool 00\(row % 10)A"
        case .localAuthority: return "Hartlepool"
        case .period: return "2019/20"
        default:
            if case .string = field.type { return "some words" }
            return "\(row % 4 + 1)"
        }
    }

    /// The extract in five forms: unchanged; with a title, a total and a footer; in UTF-16; with a byte-order mark;
    /// with extra columns.
    private static func dressed(_ bytes: [UInt8]) -> [[UInt8]] {
        let text = String(decoding: bytes, as: UTF8.self)
        let titled = Array("A title, and more\n\n".utf8) + bytes + Array("Total,12\nSource: the force\n".utf8)
        let wide = ("\u{FEFF}" + text).utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let padded = Array(text.replacing("\r\n", with: "\n").replacing("\n", with: ",,\n").utf8)
        return [bytes, titled, wide, [0xEF, 0xBB, 0xBF] + bytes, padded]
    }

    func read(_ input: [UInt8]) async throws -> Verdict {
        let fast = try await taken(.fast)
        let slow = try await taken(.libcsv)
        switch (fast, slow) {
        case (.failure(let fast), .failure(let slow)):
            if fast != slow { return .disagreement("fast: \(fast)\nlibcsv: \(slow)") }
            // Only the kind of refusal, without its details.
            return .read("\(fast.description.split(separator: " ").dropFirst().prefix(6))")
        case (.success(let fast), .success(let slow)):
            if fast.account != slow.account { return .disagreement("fast: \(fast.account)\nlibcsv: \(slow.account)") }
            if fast.findings != slow.findings { return .disagreement("the findings differ") }
            if fast.held != slow.held { return .disagreement("the quarantined rows differ") }
            if fast.reading != slow.reading { return .disagreement("fast: \(fast.reading)\nlibcsv: \(slow.reading)") }
            // Before the extract is compared with others, there are neither duplicates nor superseded rows.
            if !fast.account.balances { return .disagreement("unbalanced: \(fast.account)") }
            return .read(Self.signature(fast))
        case (.success, .failure(let extractError)): return .disagreement("libcsv alone refuses: \(extractError)")
        case (.failure(let extractError), .success): return .disagreement("fast alone refuses: \(extractError)")
        }
    }

    private func taken(_ parser: ParserMode) async throws -> Result<ExtractOutcome, RunError> {
        let extract = LandedExtract(source: source, schema: schema, file: name + ".csv", path: path)
        do {
            let outcomes = try await Intake(plan: plan, extracts: [extract], threads: 1, parser: parser).run { _ in }
            guard let outcome = outcomes.first else { return .failure(RunError(description: "there is no outcome")) }
            return .success(outcome)
        } catch let failure as RunFailure {
            return .failure(RunError(description: failure.description))
        }
    }

    /// The rules that the rows break, and roughly how many rows have each result.
    private static func signature(_ outcome: ExtractOutcome) -> String {
        let account = outcome.account
        func size(_ count: Int) -> Int { count.bitWidth - count.leadingZeroBitCount }
        let counts = [
            account.accepted, account.outOfScopeTotal, account.blankLines, account.titleLines, account.totalsRows,
            account.repeatedHeaders, account.footerLines, outcome.reading.paddedRows,
        ].map(size)
        let rules = Set(outcome.findings.map(\.rule.rawValue)).sorted()
        return "\(rules) \(counts) \(outcome.reading.fileEncoding) \(outcome.reading.encodingDecidedBy)"
    }
}

/// Why an extract was refused, in words.
struct RunError: Error, Equatable, CustomStringConvertible {
    let description: String
}
