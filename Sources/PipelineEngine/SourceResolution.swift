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
    /// For each extract, how many of its rows count in each category.
    private(set) var acceptedByCategory: [[Int: Int]] = []
    /// The extracts in which more identifiers are repeated than the schema allows.
    private(set) var refusals: [ExtractRefusal] = []
    /// What became of each row of each extract, when that is to be known.
    private(set) var traces: [ExtractTrace] = []
    /// The days that rows are dated by, whether they stand or not: they show how far extracts reach.
    private(set) var days = MonthDays()
    /// What is not known of the source.
    let faults: SourceFaults

    /// `extracts` are those of the source in the order of delivery. At most `mostTold` repeated identifiers are told of each.
    init(
        _ extracts: inout [ExtractOutcome], source: PipelinePlan.Source, threads: Int,
        mostTold: Int = ExtractConsumer.toldPerRule, traces: Bool = false
    ) async {
        let rules = source.rules
        let displacements = await Self.displacements(extracts, source, threads: threads)
        if traces { self.traces = extracts.map { ExtractTrace($0) } }
        var gone: [Set<UInt64>] = extracts.map { _ in [] }
        var unknown = FaultCollection(extracts, limits: source.limits)
        for displaced in displacements {
            Self.close(&extracts[displaced.extract].account, displaced)
            gone[displaced.extract].insert(displaced.payload)
            if traces { self.traces[displaced.extract].take(displaced) }
            if case .events = rules, displaced.outcome == .accepted {
                extracts[displaced.extract].cube.add(FactKey(word: displaced.payload), -1)
            }
        }
        if case .counts = rules { unknown.takeUnassigned(of: extracts, except: gone) }
        faults = unknown.faults
        var countPositions: [[Int]] = []
        for index in extracts.indices {
            let lines = displacements.filter { $0.extract == index }.compactMap(\.differingLine).sorted()
            let schema = extracts[index].schema
            let severity = schema.consequence(of: .identifierRepeated, field: nil, check: nil).then
            let findings = lines.prefix(mostTold).map {
                Finding(.identifierRepeated, file: extracts[index].file, line: $0, severity: severity)
            }
            extracts[index].findings += findings
            let kind = HeldRow.Fault(rule: .identifierRepeated, column: nil)
            if !lines.isEmpty { extracts[index].faultCounts[kind] = lines.count }
            let breaches = ThresholdBreach.all(
                in: [kind: lines.count], of: extracts[index].account.read, findings: findings, schema: schema)
            if !breaches.isEmpty { refusals.append(.tooManyFaults(file: extracts[index].file, breaches)) }
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
                episodes += Self.standing(extracts[index].episodes, extracts[index].identified, gone[index])
            case .returns:
                acceptedByCategory.append([:])
                returns += Self.standing(extracts[index].returns, extracts[index].identified, gone[index])
            case .counts:
                acceptedByCategory.append([:])
                let positions = Self.standingPositions(extracts[index].identified, gone[index])
                extracts[index].counts = positions.map { extracts[index].counts[$0] }
                countPositions.append(positions)
            }
            extracts[index].identified = []
            days.merge(extracts[index].days)
        }
        for episode in episodes {
            days.add(episode.triage)
            if let discharge = episode.discharge { days.add(discharge) }
        }
        if case .counts = rules { takeCounts(&extracts, countPositions) }
    }

    /// Adds up the counts that stand once later extracts have replaced what they tell again.
    private mutating func takeCounts(_ extracts: inout [ExtractOutcome], _ positions: [[Int]]) {
        let replacing = CountReplacement.replacing(extracts.map(\.counts))
        for (index, replacing) in replacing.enumerated() {
            let counts = zip(extracts[index].counts, replacing).filter { $0.1 == nil }.map(\.0)
            if !traces.isEmpty { traces[index].take(replacing, at: positions[index]) }
            let replaced = extracts[index].counts.count - counts.count
            extracts[index].account.accepted -= replaced
            extracts[index].account.superseded += replaced
            extracts[index].counts = []
            for count in counts {
                guard let key = count.key else { continue }
                cube.add(key, count.count)
                delivered.append(key)
                acceptedByCategory[index][count.category, default: 0] += 1
            }
        }
    }

    private static func displacements(
        _ extracts: [ExtractOutcome], _ source: PipelinePlan.Source, threads: Int
    ) async -> [Displacement] {
        let blocks = extracts.map(\.identified)
        let repeats = source.repeats
        switch source.rules {
        case .events, .valuesOnly:
            return await SupersessionResolver(blocks, repeats: repeats).displacements(threads: threads)
        case .episodes:
            let episodes = extracts.map(\.episodes)
            return await SupersessionResolver(blocks, repeats: repeats) {
                episodes[$0][Int($1)] == episodes[$0][Int($2)]
            }.displacements(threads: threads)
        case .returns:
            let returns = extracts.map(\.returns)
            return await SupersessionResolver(blocks, repeats: repeats) {
                returns[$0][Int($1)] == returns[$0][Int($2)]
            }.displacements(threads: threads)
        case .counts:
            // Only within each extract: across extracts whole stretches of time are replaced, not rows.
            var found: [Displacement] = []
            for index in extracts.indices {
                let counts = extracts[index].counts
                let alone = blocks.indices.map { $0 == index ? blocks[$0] : [] }
                found += await SupersessionResolver(alone, repeats: repeats) { counts[Int($1)] == counts[Int($2)] }
                    .displacements(threads: threads)
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
