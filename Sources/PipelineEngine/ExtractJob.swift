import Ingestion
import Normalisation
import Tabular

/// Takes in one extract. Jobs share nothing that they change, so any number may run at once.
struct ExtractJob: Sendable {
    let source: Int
    let file: String
    let path: String
    let plan: PipelinePlan
    let hasher: IdentifierHasher
    let parser: ParserMode

    func run() throws -> ExtractOutcome {
        let landed = try LandedFile(name: file, path: path)
        let definition = plan.sources[source]
        let reader = ExtractReader(file: landed, schema: definition.schema, mode: parser)
        let (consumer, reading) = try reader.read {
            ExtractConsumer(file: file, source: definition, areas: plan.areas, hasher: hasher)
        }
        var account = consumer.account
        guard account.read > 0 else { throw ExtractRefusal.onlyHeader(file: file) }
        account.blankLines = reading.blankLines
        // A last row without a line break that is also at fault was cut off, whatever the fault looks like.
        if !reading.endsWithLineBreak, let last = consumer.held.max(by: { $0.line < $1.line }),
            Int(last.span.offset) + Int(last.span.length) == landed.size
        {
            throw ExtractRefusal.truncated(file: file, line: last.line)
        }
        let sha256 = try landed.sha256()
        try landed.checkUnchanged()
        return ExtractOutcome(
            source: source, file: file, bytes: landed.size, sha256: sha256, reading: reading, account: account,
            findings: consumer.findings + Self.findings(reading, file), held: consumer.held.sorted { $0.line < $1.line },
            unidentified: consumer.unidentified, identified: consumer.identified, episodes: consumer.episodes,
            returns: consumer.returns)
    }

    /// What is to be said of the file as a whole.
    private static func findings(_ reading: ExtractReading, _ file: String) -> [Finding] {
        var findings = reading.unknownColumns.map {
            Finding(.unknownColumn, file: file, line: reading.headerLine, column: $0)
        }
        if !reading.endsWithLineBreak { findings.append(Finding(.noFinalNewline, file: file)) }
        if reading.encodingDecidedBy == "schema" {
            findings.append(Finding(.transcoded, file: file, value: reading.encoding.rawValue))
        }
        return findings
    }
}
