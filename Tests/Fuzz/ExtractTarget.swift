import Ingestion
import PipelineEngine
import SampleDataGenerator
import Tabular

/// Takes an extract in, in both parser modes: they must say the same, and every row must have gone somewhere.
struct ExtractTarget: FuzzTarget {
    let name: String
    let path: String
    let seeds: [[UInt8]]
    private let plan: PipelinePlan
    private let source: Int

    init(_ plan: PipelinePlan, _ source: Int) {
        self.plan = plan
        self.source = source
        let (definition, schema) = (plan.sources[source], plan.sources[source].schemas[0])
        name = schema.name
        path = "\(Fuzz.folder)/\(schema.name).csv"
        let samples = SampleLandingFolder.files().filter { file in
            definition.patterns.contains { $0.matches(file.path) }
        }.flatMap { file in [Self.lines(file.bytes, 12), Self.lines(file.bytes, 60)] }
        seeds = (samples.isEmpty ? [Self.madeUp(schema)] : samples).flatMap(Self.dressed)
    }

    private static func lines(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
        Array(
            bytes.split(separator: 10, maxSplits: count, omittingEmptySubsequences: false).prefix(count).joined(
                separator: [10]))
            + [10]
    }

    /// A header and a few rows of the schema's own words, for schemas that the sample data has nothing of.
    private static func madeUp(_ schema: TableSchema) -> [UInt8] {
        let header = schema.fields.map(\.name).joined(separator: ",")
        let values = ["", "2019-04", "Anti-social behaviour", "E01011949", "Hartlepool 001A", "-1.21", "x"]
        let rows = (0..<20).map { row in
            schema.fields.indices.map { values[($0 * 3 + row) % values.count] }.joined(separator: ",")
        }
        return Array(([header] + rows).joined(separator: "\r\n").utf8) + [13, 10]
    }

    /// The extract as it is, below a title with a total and a footer, in UTF-16, with a mark, and with columns to spare.
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
            // The refusal's case, without its evidence.
            return .read("\(fast.description.split(separator: " ").dropFirst().prefix(6))")
        case (.success(let fast), .success(let slow)):
            if fast.account != slow.account { return .disagreement("fast: \(fast.account)\nlibcsv: \(slow.account)") }
            if fast.findings != slow.findings { return .disagreement("the findings differ") }
            if fast.held != slow.held { return .disagreement("the quarantined rows differ") }
            if fast.reading != slow.reading { return .disagreement("fast: \(fast.reading)\nlibcsv: \(slow.reading)") }
            // Until other extracts are looked at there are neither duplicates nor superseded rows.
            if !fast.account.balances { return .disagreement("unbalanced: \(fast.account)") }
            return .read(Self.signature(fast))
        case (.success, .failure(let refusal)): return .disagreement("libcsv alone refuses: \(refusal)")
        case (.failure(let refusal), .success): return .disagreement("fast alone refuses: \(refusal)")
        }
    }

    private func taken(_ parser: ParserMode) async throws -> Result<ExtractOutcome, RunRefusal> {
        let extract = LandedExtract(source: source, file: name + ".csv", path: path)
        do {
            let outcomes = try await Intake(plan: plan, extracts: [extract], threads: 1, parser: parser).run { _ in }
            guard let outcome = outcomes.first else { return .failure(RunRefusal(description: "nothing came of it")) }
            return .success(outcome)
        } catch let failure as RunFailure {
            return .failure(RunRefusal(description: failure.description))
        }
    }

    /// Which rules the rows break, and roughly how many there are of everything.
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
struct RunRefusal: Error, Equatable, CustomStringConvertible {
    let description: String
}
