import Aggregation
import Core
import Ingestion
package import Normalisation
package import Records

/// Counts each delivery unit from only one extract. An extract that loses some of its units is read again without them,
/// so that there is no extra cost when nothing overlaps.
package struct SettledIntake {
    package let intake: Intake
    let progress: @Sendable (RunProgress) -> Void

    /// Creates an intake from its parts.
    package init(intake: Intake, progress: @escaping @Sendable (RunProgress) -> Void) {
        self.intake = intake
        self.progress = progress
    }

    /// Returns the results of all extracts, each with its day of delivery and without the rows that count from other
    /// extracts. Throws if extracts deliver a unit with different rows and it is not known which is later.
    func settle(_ outcomes: [ExtractOutcome]) async throws -> [ExtractOutcome] {
        var outcomes = outcomes
        var extractErrors: [ExtractError] = []
        var lost: [[DeliveryUnit: LostUnit]] = outcomes.map { _ in [:] }
        for (index, source) in intake.sources.enumerated() {
            let own = outcomes.indices.filter { outcomes[$0].source == index }
            guard source.delivery != nil else {
                take(source.records.doubts(own.map { outcomes[$0] }, nil, of: source, intake.areas), own, &outcomes)
                continue
            }
            let settlement = try settlement(of: own.map { outcomes[$0] }, source)
            let namesUnits = !source.schemas.contains(where: \.sensitive)
            extractErrors += settlement.extractErrors(namesUnits: namesUnits)
            for (position, extract) in own.enumerated() where !settlement.lost[position].isEmpty {
                lost[extract] = settlement.lost[position]
                outcomes[extract].settlementFindings = settlement.findings(of: position, namesUnits: namesUnits)
            }
            take(source.records.doubts(own.map { outcomes[$0] }, settlement, of: source, intake.areas), own, &outcomes)
        }
        if !extractErrors.isEmpty { throw RunFailure.refused(extractErrors) }
        outcomes = try await drop(lost, from: outcomes)
        for (index, source) in intake.sources.enumerated() {
            let own = outcomes.indices.filter { outcomes[$0].source == index }
            let review = UnexpectedForces(own.map { outcomes[$0] }, source, areas: intake.areas)
            for (position, finding) in review.findings { outcomes[own[position]].settlementFindings.append(finding) }
        }
        return outcomes
    }

    /// Adds doubts about the extracts of one source to the results. `own` are the positions of these extracts among all
    /// results.
    private func take(_ doubts: [DeliveryDoubt], _ own: [Int], _ outcomes: inout [ExtractOutcome]) {
        for doubt in doubts {
            outcomes[own[doubt.extract]].settlementFindings.append(doubt.finding)
            outcomes[own[doubt.extract]].cellsNotPublishedAgain.formUnion(doubt.unknownCells)
        }
    }

    /// Decides from which extract each unit of a source counts.
    package func settlement(of outcomes: [ExtractOutcome], _ source: PipelinePlan.Source) throws -> DeliverySettlement {
        let extracts = outcomes.map {
            DeliverySettlement.Extract(file: $0.file, day: $0.delivered, units: $0.units)
        }
        let rule = source.delivery ?? DeliveryUnitRule(fields: [])
        let first = DeliverySettlement(extracts, rule: rule)
        guard !first.toDigest.isEmpty else { return first }
        var digests: [Int: [DeliveryUnit: DeliveryUnitDigest]] = [:]
        let landed = landedByFile
        for index in first.toDigest {
            digests[index] = try digest(outcomes[index], landed[outcomes[index].file], source)
        }
        return DeliverySettlement(extracts, rule: rule, digests: digests)
    }

    /// Returns the results without the rows of lost units.
    package func drop(_ lost: [[DeliveryUnit: LostUnit]], from outcomes: [ExtractOutcome]) async throws
        -> [ExtractOutcome]
    {
        var outcomes = outcomes
        let changed = outcomes.indices.filter { !Self.isSame(outcomes[$0].lost, lost[$0]) }
        let again = changed.filter { index in
            // If every row belongs to a lost unit, there is nothing left to read.
            let rows = outcomes[index].units.values.reduce(0, +)
            let isGone = lost[index].count == outcomes[index].units.count && rows >= outcomes[index].account.read
            if isGone, !intake.options.traces { outcomes[index].dropAll() }
            return !isGone || intake.options.traces
        }
        let read = try await read(again.map { outcomes[$0] }, without: again.map { Set(lost[$0].keys) })
        for (index, new) in zip(again, read) { outcomes[index] = new.replacing(outcomes[index]) }
        for index in outcomes.indices where !lost[index].isEmpty || !outcomes[index].lost.isEmpty {
            outcomes[index].lost = lost[index]
        }
        return outcomes
    }

    /// Returns whether the same units are lost. Most extracts lose none.
    private static func isSame(_ a: [DeliveryUnit: LostUnit], _ b: [DeliveryUnit: LostUnit]) -> Bool {
        a.isEmpty && b.isEmpty || Set(a.keys) == Set(b.keys)
    }

    private func read(
        _ outcomes: [ExtractOutcome], without dropped: [Set<DeliveryUnit>]
    ) async throws -> [ExtractOutcome] {
        guard !outcomes.isEmpty else { return [] }
        var again = intake
        let landed = landedByFile
        again.extracts = outcomes.compactMap { landed[$0.file] }
        again.dropped = dropped
        again.options.hashes = false
        return try await again.outcomes(progress: progress)
    }

    /// The extracts by file; each file belongs to one source.
    private var landedByFile: [String: LandedExtract] {
        Dictionary(intake.extracts.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func digest(
        _ outcome: ExtractOutcome, _ landed: LandedExtract?, _ source: PipelinePlan.Source
    ) throws -> [DeliveryUnit: DeliveryUnitDigest] {
        guard let landed,
            let digester = DeliveryUnitDigester(
                schema: outcome.schema, labels: source.labels, areas: intake.areas, force: source.onlyCoveringForce)
        else { return [:] }
        do {
            let file = try landed.landedFile()
            guard file.identity == outcome.identity else { throw ExtractError.changedWhileRead(file: landed.file) }
            var extract = try OpenedExtract(file: file, schema: outcome.schema)
            if extract.encoding != outcome.reading.encoding, let other = try extract.inFallbackEncoding() {
                extract = other
            }
            var consumer = DigestConsumer(digester: digester)
            _ = try ChunkScanner(schema: outcome.schema, mode: intake.parser)
                .scan(extract, from: extract.firstRow, upTo: .max, &consumer)
            return consumer.digester.digests
        } catch let extractError as ExtractError { throw RunFailure.refused([extractError]) }
    }
}

/// Digests every row that can be read.
private struct DigestConsumer: BatchConsumer {
    var digester: DeliveryUnitDigester

    mutating func consume(_ batch: RecordBatch) throws { digester.add(batch) }
    mutating func reject(_ record: RejectedRecord) throws {}
}

extension ExtractOutcome {
    /// Returns the most certain day of delivery. The last day of a month in a folder's name is skipped if rows belong
    /// to that month.
    func day(among days: [DeliveryDay]) -> CalendarDate? {
        guard !days.isEmpty else { return nil }
        let months = self.months
        return days.first { day in
            guard let month = day.folderMonth, let months else { return day.isCertain }
            return !months.contains(month)
        }?.day
    }

    /// The range from the first to the last month of the rows.
    private var months: ClosedRange<Month>? {
        var months: ClosedRange<Month>?
        func take(_ first: Month, _ last: Month) {
            months = min(months?.lowerBound ?? first, first)...max(months?.upperBound ?? last, last)
        }
        for unit in self.units.keys { if let period = unit.period { take(period.first, period.last) } }
        guard months == nil else { return months }
        self.records.forEachCell { take($1, $1) }
        self.cube.forEach { key, count in if count != 0 { take(key.month, key.month) } }
        return months
    }

    /// Removes all rows from the count, since all of them belong to units that count from other files.
    fileprivate mutating func dropAll() {
        let read = self.account.read
        self.account.accepted = 0
        (self.account.quarantined, self.account.outOfScope) = ([:], [:])
        (self.account.duplicate, self.account.cancelled) = (0, 0)
        self.account.superseded = read
        self.findings.removeAll { $0.rule.concernsRows }
        self.faultCounts = self.faultCounts.filter { !$0.key.rule.concernsRows }
        (self.held, self.identified, self.cube, self.days) = ([], [], FactCube(), DayCounts())
        self.records = ExtractRecords()
        self.unplaced = [:]
        self.unexpected = [:]
    }

    /// Returns the outcome of a second reading, completed from the first.
    fileprivate func replacing(_ first: ExtractOutcome) -> ExtractOutcome {
        var outcome = self
        outcome.sha256 = first.sha256
        outcome.settlementFindings = first.settlementFindings
        outcome.cellsNotPublishedAgain = first.cellsNotPublishedAgain
        guard !self.droppedLines.isEmpty else { return outcome }
        let lines = Set(self.droppedLines.map(\.line))
        outcome.droppedRows = first.traced.filter { lines.contains($0.line) }.map { first.droppedRow($0) }
        return outcome
    }

    private func droppedRow(_ row: TracedRow) -> DroppedRow {
        DroppedRow(row: row, record: self.records.lone(Int(truncatingIfNeeded: row.payload)))
    }
}
