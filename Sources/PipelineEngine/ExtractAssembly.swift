import Aggregation
import Ingestion
import Normalisation
import Tabular

/// Puts the stretches of one extract together in their order. Each is taken as soon as those before it have been, so that
/// few wait in memory; one that started inside a record is scanned again from where the one before stopped.
struct ExtractAssembly {
    private let extract: OpenedExtract
    private let starts: [Int]
    private var waiting: [Int: Result<(ChunkScan, ChunkProduct), any Error>] = [:]
    private var next = 0
    private var position: Int
    private var lines: Int
    private var blankLines = 0
    private var endsWithLineBreak = true

    private var told: [HeldRow.Fault: Int] = [:]
    private(set) var account = RowAccount()
    private(set) var findings: [Finding] = []
    private(set) var held: [HeldRow] = []
    private(set) var cube = FactCube()
    private(set) var identified: [IdentifiedBlock] = []
    private(set) var episodes: [Episode] = []
    private(set) var returns: [ReturnedValue] = []
    private(set) var days = MonthDays()

    init(_ extract: OpenedExtract, starts: [Int]) {
        self.extract = extract
        self.starts = starts
        position = starts.first ?? 0
        lines = extract.headerLines
    }

    /// Where the scan of a stretch may stop.
    func limit(of chunk: Int) -> Int { chunk + 1 < starts.count ? starts[chunk + 1] : .max }

    /// Whether every stretch has been taken.
    var isComplete: Bool { next == starts.count }

    /// Takes up what came of a stretch. `rescan` scans from an offset up to a limit.
    mutating func add(
        _ chunk: Int, _ result: Result<(ChunkScan, ChunkProduct), any Error>,
        rescan: (Int, Int) throws -> (ChunkScan, ChunkProduct)
    ) throws {
        waiting[chunk] = result
        while let result = waiting.removeValue(forKey: next) {
            let limit = limit(of: next)
            // A scan that went on over the whole of this stretch leaves nothing of it.
            if position < limit, position < extract.file.size || next == 0 {
                let isSound = position == starts[next]
                do {
                    let (scan, product) = try isSound ? result.get() : rescan(position, limit)
                    take(scan, product)
                } catch let refusal as ExtractRefusal {
                    // A stretch counts lines from its own start.
                    throw refusal.moved(by: lines)
                }
            }
            next += 1
        }
    }

    private mutating func take(_ scan: ChunkScan, _ product: ChunkProduct) {
        account = account + product.account
        cube.merge(product.cube)
        for finding in product.findings {
            let kind = HeldRow.Fault(rule: finding.rule, column: finding.column)
            told[kind, default: 0] += 1
            if told[kind, default: 0] <= ExtractConsumer.toldPerRule { findings.append(finding.moved(by: lines)) }
        }
        held += product.held.map { HeldRow(line: $0.line + lines, span: $0.span, faults: $0.faults) }
        if !product.identified.isEmpty {
            identified.append(
                IdentifiedBlock(
                    rows: product.identified, lineBase: lines, payloadBase: max(episodes.count, returns.count)))
        }
        episodes += product.episodes
        returns += product.returns
        days.merge(product.days)
        position = scan.end
        lines += scan.lines
        blankLines += scan.blankLines
        endsWithLineBreak = scan.endsWithLineBreak
    }

    /// What came of the whole extract. Throws when it turns out to have been cut off, or to have no rows.
    func outcome(source: Int, sha256: String) throws(ExtractRefusal) -> ExtractOutcome {
        let file = extract.file.name
        guard account.read > 0 else { throw .onlyHeader(file: file) }
        let reading = extract.reading(blankLines: blankLines, endsWithLineBreak: endsWithLineBreak)
        let ordered = held.sorted { $0.line < $1.line }
        // A last row without a line break that is also at fault was cut off, whatever the fault looks like.
        if !endsWithLineBreak, let last = ordered.last,
            Int(last.span.offset) + Int(last.span.length) == extract.file.size
        {
            throw .truncated(file: file, line: last.line)
        }
        var account = account
        account.blankLines = reading.blankLines
        return ExtractOutcome(
            source: source, file: file, bytes: extract.file.size, identity: extract.file.identity, sha256: sha256,
            reading: reading, account: account,
            findings: findings.sorted {
                ($0.line ?? 0, $0.column ?? "", $0.rule.rawValue) < ($1.line ?? 0, $1.column ?? "", $1.rule.rawValue)
            }
                + Self.findings(reading, extract),
            held: ordered, cube: cube, identified: identified, episodes: episodes, returns: returns, days: days)
    }

    /// What is to be said of the file as a whole.
    private static func findings(_ reading: ExtractReading, _ extract: OpenedExtract) -> [Finding] {
        let file = extract.file.name
        let absent = extract.schema.names(ofFields: extract.absentFields)
        var findings = reading.unknownColumns.map {
            Finding(
                .unknownColumn, file: file, line: reading.headerLine, column: $0, suggestions: absent.nearest(to: $0))
        }
        if !reading.endsWithLineBreak { findings.append(Finding(.noFinalNewline, file: file)) }
        if reading.encodingDecidedBy == "schema" {
            findings.append(Finding(.transcoded, file: file, value: reading.encoding.rawValue))
        }
        return findings
    }
}
