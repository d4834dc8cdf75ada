import Aggregation
import Core
import Ingestion
import Normalisation
import Records

/// Puts the chunks of one extract together in order. Each chunk is added as soon as all chunks before it have been, so
/// that few wait in memory. A chunk that started inside a record is scanned again from where the previous chunk
/// stopped. `TaskBoard` lets only one thread use an assembly at a time.
final class ExtractAssembly: @unchecked Sendable {
    private let extract: OpenedExtract
    private let starts: [Int]
    private var waiting: [Int: Result<(ChunkScan, ChunkProduct), any Error>] = [:]
    private var next = 0
    private var position: Int
    private var lines: Int
    private var blankLines = 0
    private var paddedRows = 0
    /// The line of the last row that is not in quarantine; zero if there is none.
    private var lastSoundLine = 0
    private var endsWithLineBreak = true

    private let maxReported: Int
    private var reported: [QuarantinedRecord.Fault: Int] = [:]
    private var faultCounts: [QuarantinedRecord.Fault: Int] = [:]
    private var keys: [KeyedRow] = []
    private(set) var account = RowAccount()
    private(set) var findings: [Finding] = []
    private(set) var held: [QuarantinedRecord] = []
    /// The empty cube that all extracts share until they have facts.
    private static let noFacts = FactCube()
    private(set) var cube = ExtractAssembly.noFacts
    private(set) var identified: [IdentifiedBlock] = []
    private(set) var records = ExtractRecords()
    private(set) var traced: [TracedRow] = []
    private(set) var days = DayCounts()
    private var unlisted = UnlistedLSOAs()
    private var codesOutsideTime = CodesOutsideTime()
    private(set) var units: [DeliveryUnit: Int] = [:]
    private(set) var droppedLines: [(line: Int, unit: DeliveryUnit)] = []
    private(set) var unplaced: [FactKey: Int] = [:]
    private(set) var unexpected: [ForceCell: Int] = [:]

    init(_ extract: OpenedExtract, starts: [Int], maxReported: Int = ExtractConsumer.reportedPerRule) {
        self.extract = extract
        self.maxReported = maxReported
        self.starts = starts
        position = starts.first ?? 0
        lines = extract.headerLines
    }

    /// Returns the offset at which the scan of a chunk can stop.
    static func limit(of chunk: Int, _ starts: [Int]) -> Int { chunk + 1 < starts.count ? starts[chunk + 1] : .max }

    /// Whether every chunk has been added.
    var isComplete: Bool { next == starts.count }

    /// Adds the result of a chunk. `rescan` scans from one offset to another.
    func add(
        _ chunk: Int, _ result: Result<(ChunkScan, ChunkProduct), any Error>,
        rescan: (Int, Int) throws -> (ChunkScan, ChunkProduct)
    ) throws {
        // An extract with a single chunk never waits.
        var following = chunk == next ? result : nil
        if following == nil { waiting[chunk] = result }
        while let result = following {
            let limit = Self.limit(of: next, starts)
            // If the previous scan went on to the end of this chunk, nothing of the chunk is left.
            if position < limit, position < extract.file.size || next == 0 {
                let isSound = position == starts[next]
                do {
                    let (scan, product) = try isSound ? result.get() : rescan(position, limit)
                    take(scan, product)
                } catch let cut as CutOffScan {
                    // The findings from before the cut are reported, although the extract is refused.
                    take(findings: cut.product)
                    throw cut.extractError.moved(by: lines)
                } catch let extractError as ExtractError {
                    // A chunk counts lines from its own start, so its lines are moved.
                    throw extractError.moved(by: lines)
                }
            }
            next += 1
            following = waiting.isEmpty ? nil : waiting.removeValue(forKey: next)
        }
    }

    private func take(_ scan: ChunkScan, _ product: ChunkProduct) {
        take(findings: product)
        if cube.cellCount == 0 { cube = product.cube } else { cube.merge(product.cube) }
        keys += product.keys.map { key in
            var key = key
            key.line += UInt32(truncatingIfNeeded: lines)
            return key
        }
        held += product.held.map { $0.moved(by: lines) }
        if !product.unplaced.isEmpty { unplaced.merge(product.unplaced, uniquingKeysWith: +) }
        if !product.unexpected.isEmpty { unexpected.merge(product.unexpected, uniquingKeysWith: +) }
        traced += product.traced(onLinesAfter: lines, recordsAfter: records.count)
        if !product.identified.isEmpty {
            identified.append(
                IdentifiedBlock(
                    rows: product.identified, lineBase: lines,
                    payloadBase: records.count))
        }
        records.append(product.records)
        if product.lastSoundLine > 0 { lastSoundLine = product.lastSoundLine + lines }
        days.merge(product.days)
        if units.isEmpty { units = product.units } else { units.merge(product.units, uniquingKeysWith: +) }
        droppedLines += product.droppedLines.map { ($0.line + lines, $0.unit) }
        position = scan.end
        lines += scan.lines
        blankLines += scan.blankLines
        paddedRows += scan.paddedRows
        endsWithLineBreak = scan.endsWithLineBreak
    }

    private func take(findings product: ChunkProduct) {
        account += product.account
        if !product.faultCounts.isEmpty { faultCounts.merge(product.faultCounts, uniquingKeysWith: +) }
        unlisted.merge(product.unlisted, linesBefore: lines)
        codesOutsideTime.merge(product.codesOutsideTime, linesBefore: lines)
        for finding in product.findings {
            let kind = QuarantinedRecord.Fault(rule: finding.rule, column: finding.column)
            reported[kind, default: 0] += 1
            if reported[kind, default: 0] <= maxReported { findings.append(finding.moved(by: lines)) }
        }
    }

    /// Hands over the values that must be unique in the extract, in file order.
    func takeKeys() -> [KeyedRow] {
        defer { keys = [] }
        return keys
    }

    /// The number of rows that can be compared with rows of other extracts.
    var identifiedCount: Int { identified.reduce(0) { $0 + $1.rows.count } }

    /// All findings in order, including those of an extract that is refused.
    var orderedFindings: [Finding] {
        findings.sorted(by: Finding.precedes)
            + fileFindings(
                extract.reading(
                    blankLines: blankLines, paddedRows: paddedRows, endsWithLineBreak: endsWithLineBreak))
    }

    /// Throws if the file has changed since it was opened.
    func checkUnchanged() throws(ExtractError) { try extract.file.checkUnchanged() }

    /// Returns the outcome of the whole extract. Throws if the extract was cut off, has no rows or has too many faults.
    func outcome(of landed: LandedExtract, sha256: String) throws(ExtractError) -> ExtractOutcome {
        let file = extract.file.name
        let reading = extract.reading(
            blankLines: blankLines + account.blankLines, paddedRows: paddedRows, endsWithLineBreak: endsWithLineBreak)
        var ordered = held.sorted { $0.line < $1.line }
        // If the last row is at fault and has no line break, the file was cut off, whatever rule the row breaks.
        if !endsWithLineBreak, let last = ordered.last,
            Int(last.span.offset) + Int(last.span.length) == extract.file.size
        {
            throw .truncated(file: file, line: last.line)
        }
        var (account, faultCounts) = (account, faultCounts)
        account.blankLines = reading.blankLines
        account.titleLines = reading.titles.reduce(0) { $0 + $1.lines }
        let footer = try takeFooter(from: &ordered, &account, &faultCounts)
        guard account.read > 0 else { throw .onlyHeader(file: file, line: reading.headerLine) }
        let footerLines = Set(footer.map(\.line))
        let ofFile = fileFindings(reading)
        let findings =
            (findings.filter { !footerLines.contains($0.line) } + footer).sorted(by: Finding.precedes) + ofFile
        let ofRules = ofFile.map { (QuarantinedRecord.Fault(rule: $0.rule, column: nil), 1) }
        let breaches = ThresholdBreach.all(
            in: faultCounts.merging(ofRules, uniquingKeysWith: +), of: account.read, findings: findings,
            schema: extract.schema)
        guard breaches.isEmpty else { throw .tooManyFaults(file: file, breaches) }
        var outcome = ExtractOutcome(
            ExtractOutcome.Extract(
                source: landed.source, schema: extract.schema, file: extract.file, takenBy: landed.takenBy,
                reading: reading), sha256: sha256, account: account, findings: findings, self)
        outcome.faultCounts = faultCounts
        outcome.held = ordered
        return outcome
    }

    /// The greatest number of lines below the last row that can be a footer.
    private static let longestFooter = 20

    /// Takes lines of words at the end of the file out of quarantine. A line of words among the rows stays there, since
    /// it is a damaged row.
    private func takeFooter(
        from held: inout [QuarantinedRecord], _ account: inout RowAccount,
        _ faultCounts: inout [QuarantinedRecord.Fault: Int]
    ) throws(ExtractError) -> [Finding] {
        guard let last = held.last, last.line > lastSoundLine else { return [] }
        let before = (held, account, faultCounts)
        var recognition = NonDataRecognition(extract)
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
            for fault in row.faults {
                let rest = faultCounts[fault, default: 0] - 1
                faultCounts[fault] = rest > 0 ? rest : nil
            }
            found.append(Finding(.footerLine, file: extract.file.name, line: row.line, value: shown(words)))
        }
        // If no row is sound, lines that look like words may be rows. They are a footer only if there is nothing else.
        guard lastSoundLine > 0 || held.isEmpty else {
            (held, account, faultCounts) = before
            return []
        }
        return found
    }

    /// Returns words of the file, or nil if its source is sensitive.
    private func shown(_ words: String) -> String? { extract.schema.sensitive ? nil : String(words.prefix(120)) }

    /// Returns the findings about the file as a whole.
    private func fileFindings(_ reading: ExtractReading) -> [Finding] {
        let file = extract.file.name
        func finding(
            _ rule: FindingRule, line: Int? = nil, column: String? = nil, value: String? = nil,
            suggestions: [String] = []
        ) -> Finding {
            Finding(
                rule, file: file, line: line, column: column, value: value, suggestions: suggestions,
                severity: extract.schema.consequence(of: rule, field: nil, check: nil).then)
        }
        var findings = reading.titles.map { finding(.titleLine, line: $0.line) }
        findings += reading.unknownColumns.map {
            finding(
                .unknownColumn, line: reading.headerLine, column: $0.label,
                suggestions: extract.schema.names(ofFields: extract.absentFields).nearest(to: $0.text))
        }
        findings += extract.headersWithBlanks.map { header, field in
            finding(
                .headerBlanks, line: reading.headerLine, column: extract.schema.fields[field].name, value: header)
        }
        if let sheet = extract.file.sheet {
            if sheet.isHidden { findings.append(finding(.hiddenSheet)) }
            if let row = sheet.mergedRow(below: reading.headerLine) {
                findings.append(finding(.mergedCells, line: row))
            }
        }
        if extract.file.endsWithMark { findings.append(finding(.endOfFileMark)) }
        findings += unlisted.findings(file: file, schema: extract.schema)
        findings += codesOutsideTime.findings(file: file, schema: extract.schema)
        // A sheet has no ends of rows, so that empty cells after its columns mean nothing.
        if reading.trailingEmptyColumns + reading.paddedRows > 0, !extract.file.isSheet {
            let extent = "\(reading.trailingEmptyColumns) in the header, \(reading.paddedRows) longer rows"
            findings.append(finding(.trailingEmptyColumns, value: extent))
        }
        if !reading.endsWithLineBreak { findings.append(finding(.noFinalNewline)) }
        if reading.encodingDecidedBy == "schema" {
            findings.append(finding(.transcoded, value: reading.encoding.rawValue))
        }
        if extract.schema.checks.contains(where: \.readsFileName), FilePeriod(fileName: file) == nil {
            findings.append(finding(.noFilePeriod))
        }
        return findings
    }
}

extension Finding {
    /// Orders findings by line, column and rule.
    static func precedes(_ a: Finding, _ b: Finding) -> Bool {
        // Nearly all findings differ in their lines, and the other properties take longer to compare.
        if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
        return (a.column ?? "", a.rule.rawValue, a.detail ?? "") < (b.column ?? "", b.rule.rawValue, b.detail ?? "")
    }
}

extension ExtractOutcome {
    /// Creates the outcome of an extract on its own.
    init(_ extract: Extract, sha256: String, account: RowAccount, findings: [Finding], _ assembly: ExtractAssembly) {
        self.init(extract, sha256: sha256, account: account, findings: findings)
        (self.cube, self.identified, self.records) = (assembly.cube, assembly.identified, assembly.records)
        (self.traced, self.days) = (assembly.traced, assembly.days)
        (self.unplaced, self.unexpected, self.units) = (assembly.unplaced, assembly.unexpected, assembly.units)
        self.droppedLines = assembly.droppedLines
    }
}
