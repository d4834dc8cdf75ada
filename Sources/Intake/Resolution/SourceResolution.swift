import Aggregation
import Core
import Ingestion
import Normalisation
import Records

/// Compares the extracts of one source, closes their accounts and turns the rows that count into facts.
struct SourceResolution {
    /// The records that count.
    private(set) var resolved = ResolvedRecords()
    /// For each extract, the number of its rows that count in each category.
    private(set) var acceptedByCategory: [[Int: Int]] = []
    /// The extracts that repeat more identifiers than the schema allows, and pairs of contradictory extracts in unknown
    /// order.
    private(set) var extractErrors: [ExtractError] = []
    /// The result of each row of each extract, if rows are traced.
    private(set) var traces: [ExtractTrace] = []
    /// The gaps in the data of the source.
    let faults: SourceFaults

    /// `extracts` are the extracts of the source in the order of delivery. For each, at most `maxReported` lines of
    /// repeated identifiers are named.
    init(
        _ extracts: inout [ExtractOutcome], source: PipelinePlan.Source, threads: Int,
        maxReported: Int = ExtractConsumer.reportedPerRule, traces: Bool = false
    ) async {
        let records = source.records
        let displacements = await records.displacements(
            RecordComparison(
                extracts: extracts, byUnit: source.delivery != nil, rowsAreCells: records.rowsAreCells,
                repeats: source.repeats, threads: threads))
        extractErrors = UnknownOrder.extractErrors(of: displacements, extracts)
        if traces {
            self.traces = extracts.map { ExtractTrace($0) }
            let positions = Dictionary(
                extracts.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
            for index in extracts.indices { self.traces[index].take(replacedLinesOf: extracts[index], positions) }
        }
        var prover = DeliveryProof()
        var gone: [Set<UInt64>] = extracts.map { _ in [] }
        var unknown = FaultCollection(
            extracts, limits: source.limits, areas: source.completeness.map { $0.first.keys.sorted() } ?? [])
        for displaced in displacements {
            Self.close(&extracts[displaced.extract].account, displaced)
            gone[displaced.extract].insert(displaced.payload)
            if let place = Self.contradicted(displaced, extracts[displaced.extract]) { unknown.takeContradicted(place) }
            if traces { self.traces[displaced.extract].take(displaced) }
            if records.rowsAreCells, displaced.outcome == .accepted {
                extracts[displaced.extract].cube.add(FactKey(word: displaced.payload), -1)
            }
        }
        records.addFaults(of: extracts, except: gone, to: &unknown)
        faults = unknown.faults
        let displacementsOf = Dictionary(grouping: displacements, by: \.extract)
        for index in extracts.indices {
            let displacements = displacementsOf[index] ?? []
            let lines = displacements.compactMap(\.differingLine).sorted()
            reportRepeats(lines, of: &extracts[index], isUnknown: records.isOneNumberACell, maxReported: maxReported)
            let settled = extracts[index].settlementFindings
            if !settled.isEmpty { extracts[index].findings += settled }
            if source.delivery != nil { reportSharedIdentifiers(displacements, of: index, &extracts) }
            extracts[index].reportModalityStarts(source.limits)
            let standing = extracts[index].standingRecords(except: gone[index])
            prover.take(&extracts[index], standing: standing)
            acceptedByCategory.append(records.resolve(standing, of: &extracts[index], into: &resolved))
            extracts[index].identified = []
        }
        (resolved.days, resolved.units, resolved.unproven) = (prover.days, prover.units, prover.unproven)
    }

    /// Returns the cell for which two rows of one extract have different numbers or returns. Nil for events and
    /// episodes, where the schema says which of the rows counts.
    private static func contradicted(_ displaced: Displacement, _ extract: ExtractOutcome) -> QuarantinedPlace? {
        guard displaced.differingLine != nil, displaced.outcome == .accepted else { return nil }
        return extract.records.contradicted(at: Int(truncatingIfNeeded: displaced.payload))
    }

    /// Reports how many rows of an extract have an identifier that counts from another extract. `displacements` are the
    /// displacements of this extract.
    private func reportSharedIdentifiers(
        _ displacements: [Displacement], of index: Int, _ extracts: inout [ExtractOutcome]
    ) {
        let shared = displacements.filter {
            $0.by.extract != index && $0.standing == .superseded && $0.outcome == .accepted
        }
        guard let first = shared.min(by: { $0.line < $1.line }) else { return }
        let rows =
            shared.count == 1
            ? "1 row has an identifier that" : "\(WholeNumber.grouped(shared.count)) rows have identifiers that"
        extracts[index].findings.append(
            Finding(
                .identifierShared, file: extracts[index].file, line: first.line,
                note:
                    "\(rows) \(extracts[first.by.extract].file) also has; the first is there in line \(first.by.line)",
                severity: .note))
    }

    /// Reports how many rows repeat an identifier with other contents, in one finding that names some lines.
    private mutating func reportRepeats(
        _ lines: [Int], of extract: inout ExtractOutcome, isUnknown: Bool, maxReported: Int
    ) {
        guard let first = lines.first else { return }
        let schema = extract.schema
        let severity = schema.consequence(of: .identifierRepeated, field: nil, check: nil).then
        let finding = Finding(
            .identifierRepeated, file: extract.file, line: first,
            note: schema.repeats.words(
                lines, maxNamed: min(maxReported, Self.namedLines), isUnknown: isUnknown),
            severity: severity)
        extract.findings.append(finding)
        let kind = QuarantinedRecord.Fault(rule: .identifierRepeated, column: nil)
        extract.faultCounts[kind] = lines.count
        let breaches = ThresholdBreach.all(
            in: [kind: lines.count], of: extract.account.read,
            findings: lines.prefix(Self.namedLines).map { Finding(.identifierRepeated, file: extract.file, line: $0) },
            schema: schema)
        if !breaches.isEmpty { extractErrors.append(.tooManyFaults(file: extract.file, breaches)) }
    }

    /// The number of lines with repeats that a finding names.
    private static let namedLines = 5

    /// Moves a displaced row within the account: from the result that it had by itself to duplicate or superseded.
    private static func close(_ account: inout RowAccount, _ displaced: Displacement) {
        switch displaced.outcome {
        case .accepted: account.accepted -= 1
        case .cancelled: account.cancelled -= 1
        case .quarantined: break
        case .outOfScope(let reason):
            account.outOfScope[reason, default: 0] -= 1
            if account.outOfScope[reason] == 0 { account.outOfScope[reason] = nil }
        }
        switch displaced.standing {
        case .duplicate: account.duplicate += 1
        case .superseded: account.superseded += 1
        }
    }
}
