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
    private var paddedRows = 0
    /// The line of the last row that is not held; nought when there is none.
    private var lastSoundLine = 0
    private var endsWithLineBreak = true

    private var told: [HeldRow.Fault: Int] = [:]
    private(set) var account = RowAccount()
    private(set) var findings: [Finding] = []
    private(set) var held: [HeldRow] = []
    private(set) var cube = FactCube()
    private(set) var identified: [IdentifiedBlock] = []
    private(set) var episodes: [Episode] = []
    private(set) var returns: [ReturnedValue] = []
    private(set) var counts: [EventCount] = []

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
                    rows: product.identified, lineBase: lines,
                    payloadBase: max(episodes.count, returns.count, counts.count)))
        }
        episodes += product.episodes
        returns += product.returns
        counts += product.counts
        if product.lastSoundLine > 0 { lastSoundLine = product.lastSoundLine + lines }
        position = scan.end
        lines += scan.lines
        blankLines += scan.blankLines
        paddedRows += scan.paddedRows
        endsWithLineBreak = scan.endsWithLineBreak
    }

    /// What came of the whole extract. Throws when it turns out to have been cut off, or to have no rows.
    func outcome(of landed: LandedExtract, sha256: String) throws(ExtractRefusal) -> ExtractOutcome {
        let file = extract.file.name
        let reading = extract.reading(
            blankLines: blankLines + account.blankLines, paddedRows: paddedRows, endsWithLineBreak: endsWithLineBreak)
        var ordered = held.sorted { $0.line < $1.line }
        // A last row without a line break that is also at fault was cut off, whatever the fault looks like.
        if !endsWithLineBreak, let last = ordered.last,
            Int(last.span.offset) + Int(last.span.length) == extract.file.size
        {
            throw .truncated(file: file, line: last.line)
        }
        var account = account
        account.blankLines = reading.blankLines
        account.titleLines = reading.titles.reduce(0) { $0 + $1.lines }
        let footer = try takeFooter(from: &ordered, &account)
        guard account.read > 0 else { throw .onlyHeader(file: file, line: reading.headerLine) }
        let footerLines = Set(footer.map(\.line))
        let told = findings.filter { !footerLines.contains($0.line) } + footer
        return ExtractOutcome(
            source: landed.source, schema: extract.schema, file: file, takenBy: landed.takenBy,
            bytes: extract.file.identity.size, identity: extract.file.identity, sha256: sha256,
            reading: reading, account: account,
            findings: told.sorted {
                ($0.line ?? 0, $0.column ?? "", $0.rule.rawValue) < ($1.line ?? 0, $1.column ?? "", $1.rule.rawValue)
            }
                + findings(on: reading),
            held: ordered, cube: cube, identified: identified, episodes: episodes, returns: returns,
            counts: counts)
    }

    /// So many lines below the last row are taken for a footer.
    private static let longestFooter = 20

    /// Takes the lines of words at the end out of quarantine. A row among the others that has only its first field is
    /// a damaged row.
    private func takeFooter(
        from held: inout [HeldRow], _ account: inout RowAccount
    ) throws(ExtractRefusal) -> [Finding] {
        guard let last = held.last, last.line > lastSoundLine else { return [] }
        var recognition = try NonDataRecognition(extract)
        var found: [Finding] = []
        while found.count < Self.longestFooter, let row = held.last, row.line > lastSoundLine,
            let words = try recognition.words(of: row.span)
        {
            held.removeLast()
            account.read -= 1
            account.footerLines += 1
            if let rule = row.faults.first?.rule {
                let rest = account.quarantined[rule, default: 0] - 1
                account.quarantined[rule] = rest > 0 ? rest : nil
            }
            found.append(Finding(.footerLine, file: extract.file.name, line: row.line, value: told(words)))
        }
        return found
    }

    /// Words of the file, unless its source is sensitive.
    private func told(_ words: String) -> String? { extract.schema.sensitive ? nil : String(words.prefix(120)) }

    /// What is to be said of the file as a whole.
    private func findings(on reading: ExtractReading) -> [Finding] {
        let file = extract.file.name
        var findings = reading.titles.map {
            Finding(.titleLine, file: file, line: $0.line, value: told($0.text))
        }
        findings += reading.unknownColumns.map {
            Finding(.unknownColumn, file: file, line: reading.headerLine, column: $0)
        }
        if reading.trailingEmptyColumns + reading.paddedRows > 0 {
            let extent = "\(reading.trailingEmptyColumns) in the header, \(reading.paddedRows) longer rows"
            findings.append(Finding(.trailingEmptyColumns, file: file, value: extent))
        }
        if !reading.endsWithLineBreak { findings.append(Finding(.noFinalNewline, file: file)) }
        if reading.encodingDecidedBy == "schema" {
            findings.append(Finding(.transcoded, file: file, value: reading.encoding.rawValue))
        }
        return findings
    }
}
