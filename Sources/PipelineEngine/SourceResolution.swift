import Aggregation
import Indicators
import Ingestion
import Normalisation
import Tabular

/// Compares the extracts of one source, closes their accounts and turns what stands into facts.
struct SourceResolution {
    /// The facts, of which a source has one kind.
    private(set) var cube = FactCube()
    private(set) var episodes: [Episode] = []
    private(set) var returns: [ReturnedValue] = []
    /// The cells that a source of counts told of, also those that come to nought.
    private(set) var delivered: [FactKey] = []
    /// How many rows there are of each delivery unit that stands, and began before it was delivered.
    private(set) var units: [DeliveryUnit: Int] = [:]
    /// The months of areas of which only rows dated after their delivery speak.
    private(set) var unproven: [Int: Set<Month>] = [:]
    /// For each extract, how many of its rows count in each category.
    private(set) var acceptedByCategory: [[Int: Int]] = []
    /// The extracts in which more identifiers are repeated than the schema allows.
    private(set) var refusals: [ExtractRefusal] = []
    /// What became of each row of each extract, when that is to be known.
    private(set) var traces: [ExtractTrace] = []
    /// The days that rows are dated by, up to the delivery of their extracts and whether the rows stand or not: they show how
    /// far extracts reach.
    private(set) var days = MonthDays()
    /// What is not known of the source.
    let faults: SourceFaults

    /// `extracts` are those of the source in the order of delivery. At most `mostTold` repeated identifiers are told of each.
    init(
        _ extracts: inout [ExtractOutcome], source: PipelinePlan.Source, threads: Int,
        mostTold: Int = ExtractConsumer.toldPerRule, traces: Bool = false,
        areas: AreaTable? = nil
    ) async {
        let rules = source.rules
        let displacements = await Self.displacements(extracts, source, threads: threads)
        refusals = UnknownOrder.refusals(of: displacements, extracts)
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
            if case .events = rules, displaced.outcome == .accepted {
                extracts[displaced.extract].cube.add(FactKey(word: displaced.payload), -1)
            }
        }
        if case .counts = rules { unknown.takeUnassigned(of: extracts, except: gone) }
        faults = unknown.faults
        let displacementsOf = Dictionary(grouping: displacements, by: \.extract)
        for index in extracts.indices {
            let displacements = displacementsOf[index] ?? []
            let lines = displacements.compactMap(\.differingLine).sorted()
            reportRepeats(lines, of: &extracts[index], mostTold: mostTold)
            extracts[index].findings += extracts[index].settlementFindings
            if source.delivery != nil { reportSharedIdentifiers(displacements, of: index, &extracts) }
            let hasEpisodes = if case .episodes = rules { true } else { false }
            if hasEpisodes { extracts[index].reportModalityStarts(source.limits) }
            let standing =
                hasEpisodes ? Self.standing(extracts[index].episodes, extracts[index].identified, gone[index]) : []
            prover.take(&extracts[index], standing: standing)
            switch rules {
            case .events:
                var byCategory: [Int: Int] = [:]
                extracts[index].cube.forEach { key, count in
                    if count != 0 { byCategory[key.category, default: 0] += count }
                }
                acceptedByCategory.append(byCategory)
                cube.merge(extracts[index].cube)
            case .valuesOnly: acceptedByCategory.append([:])
            case .episodes:
                acceptedByCategory.append([:])
                episodes += standing
            case .returns:
                acceptedByCategory.append([:])
                returns += Self.standing(extracts[index].returns, extracts[index].identified, gone[index])
            case .counts:
                acceptedByCategory.append([:])
                let standing = Self.standing(extracts[index].counts, extracts[index].identified, gone[index])
                takeCounts(standing, of: index)
                if let finding = Self.namedTwice(standing, areas, file: extracts[index].file) {
                    extracts[index].findings.append(finding)
                }
                extracts[index].counts = []
            }
            extracts[index].identified = []
        }
        (days, units, unproven) = (prover.days, prover.units, prover.unproven)
    }

    /// The cell that two rows of one extract give different numbers or returns for. Nil for events, whose schema says which
    /// row of an identifier counts.
    private static func contradicted(_ displaced: Displacement, _ extract: ExtractOutcome) -> QuarantinedPlace? {
        guard displaced.differingLine != nil, displaced.outcome == .accepted else { return nil }
        let position = Int(truncatingIfNeeded: displaced.payload)
        if extract.counts.indices.contains(position) {
            let count = extract.counts[position]
            return .events(
                PossibleEvents(area: count.area, month: count.month, category: .known(count.category), events: nil))
        }
        guard extract.returns.indices.contains(position) else { return nil }
        let value = extract.returns[position]
        return .returned(PossibleReturn(indicator: value.indicator, area: value.area, span: value.span))
    }

    /// Reports areas that one extract gives numbers of one cell for under two names: both are added, and may be the same
    /// twice.
    private static func namedTwice(_ counts: [EventCount], _ areas: AreaTable?, file: String) -> Finding? {
        guard counts.contains(where: { $0.otherName != 0 }) else { return nil }
        var names: [FactKey: UInt32] = [:]
        var both: Set<FactKey> = []
        for count in counts {
            guard let key = count.key else { continue }
            if let known = names.updateValue(count.otherName, forKey: key), known != count.otherName {
                both.insert(key)
            }
        }
        guard !both.isEmpty else { return nil }
        let months = Set(both.map(\.month)).sorted()
        let more = months.count > 1 ? " and \(months.count - 1) more" : ""
        let number = "\(Delivery.grouped(both.count)) number\(both.count == 1 ? "" : "s")"
        let areaNames = areas.map { table in Set(both.map(\.area)).sorted().map { table.areas[$0].shortName } } ?? []
        let places = areaNames.isEmpty ? "" : " of \(areaNames.joined(separator: ", "))"
        return Finding(
            .areaNamedTwice, file: file, note: "\(number)\(places), from \(months[0].name) \(months[0].year)\(more)")
    }

    /// Reports how many rows of an extract have an identifier that counts from another extract's later month. The
    /// displacements are those of the extract.
    private func reportSharedIdentifiers(
        _ displacements: [Displacement], of index: Int, _ extracts: inout [ExtractOutcome]
    ) {
        let shared = displacements.filter {
            $0.by.extract != index && $0.standing == .superseded && $0.outcome == .accepted
        }
        guard let first = shared.min(by: { $0.line < $1.line }) else { return }
        let rows =
            shared.count == 1 ? "1 row has an identifier" : "\(Delivery.grouped(shared.count)) rows have identifiers"
        extracts[index].findings.append(
            Finding(
                .identifierShared, file: extracts[index].file, line: first.line,
                note:
                    "\(rows) of \(extracts[first.by.extract].file), the first of its line \(first.by.line)",
                severity: .note))
    }

    /// Adds up the counts of an extract that stand.
    private mutating func takeCounts(_ counts: [EventCount], of extract: Int) {
        for count in counts {
            guard let key = count.key else { continue }
            cube.add(key, count.count)
            delivered.append(key)
            acceptedByCategory[extract][count.category, default: 0] += 1
        }
    }

    /// Reports how many rows repeat an identifier and differ, in one finding with some of their lines.
    private mutating func reportRepeats(_ lines: [Int], of extract: inout ExtractOutcome, mostTold: Int) {
        guard let first = lines.first else { return }
        let schema = extract.schema
        let severity = schema.consequence(of: .identifierRepeated, field: nil, check: nil).then
        let finding = Finding(
            .identifierRepeated, file: extract.file, line: first,
            note: schema.repeats.words(
                lines, mostNamed: min(mostTold, Self.namedLines), isUnknown: schema.records.isOneNumberACell),
            severity: severity)
        extract.findings.append(finding)
        let kind = HeldRow.Fault(rule: .identifierRepeated, column: nil)
        extract.faultCounts[kind] = lines.count
        let breaches = ThresholdBreach.all(
            in: [kind: lines.count], of: extract.account.read,
            findings: lines.prefix(Self.namedLines).map { Finding(.identifierRepeated, file: extract.file, line: $0) },
            schema: schema)
        if !breaches.isEmpty { refusals.append(.tooManyFaults(file: extract.file, breaches)) }
    }

    /// So many lines of repeats are named.
    private static let namedLines = 5

    private static func displacements(
        _ extracts: [ExtractOutcome], _ source: PipelinePlan.Source, threads: Int
    ) async -> [Displacement] {
        let order = ResolutionOrder(extracts, source)
        let blocks = order.positions.map { extracts[$0].identified }
        let repeats = source.repeats
        switch source.rules {
        case .events, .valuesOnly:
            return await order.restored(
                SupersessionResolver(blocks, repeats: repeats, precedence: order.precedence)
                    .displacements(threads: threads))
        case .episodes:
            let episodes = order.positions.map { extracts[$0].episodes }
            return await order.restored(
                SupersessionResolver(
                    blocks, repeats: repeats, precedence: order.precedence,
                    agree: { episodes[$0][Int($1)] == episodes[$0][Int($2)] },
                    agreeAcross: {
                        episodes[$0.extract][Int($0.payload)] == episodes[$1.extract][Int($1.payload)]
                    }
                ).displacements(threads: threads))
        case .returns:
            let returns = order.positions.map { extracts[$0].returns }
            return await order.restored(
                SupersessionResolver(
                    blocks, repeats: repeats, precedence: order.precedence,
                    agree: { returns[$0][Int($1)] == returns[$0][Int($2)] },
                    agreeAcross: { returns[$0.extract][Int($0.payload)] == returns[$1.extract][Int($1.payload)] }
                ).displacements(threads: threads))
        case .counts:
            // Only within each extract: across extracts whole areas and quarters are replaced, not rows.
            var found: [Displacement] = []
            for index in extracts.indices where !extracts[index].identified.isEmpty {
                let counts = extracts[index].counts
                let alone = [extracts[index].identified]
                found += await SupersessionResolver(alone, repeats: repeats) { counts[Int($1)] == counts[Int($2)] }
                    .displacements(threads: threads).map { $0.movingExtracts { _ in index } }
            }
            return found
        }
    }

    /// Moves a row that does not stand from where it was counted to where it belongs.
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

    /// The records that count: of rows that are in scope and stand.
    private static func standing<Record>(
        _ records: [Record], _ blocks: [IdentifiedBlock], _ gone: Set<UInt64>
    ) -> [Record] { standingPositions(blocks, gone).map { records[$0] } }

    private static func standingPositions(_ blocks: [IdentifiedBlock], _ gone: Set<UInt64>) -> [Int] {
        let positions = blocks.flatMap { block in
            block.rows.filter { $0.outcome == .accepted }.map { $0.payload + UInt64(block.payloadBase) }
        }
        return positions.filter { !gone.contains($0) }.sorted().map { Int($0) }
    }
}
