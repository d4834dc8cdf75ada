import Aggregation
import Indicators
import Normalisation
import Tabular

/// Compares the extracts of one source, closes their accounts and turns what stands into facts.
struct SourceResolution {
    /// The facts, of which a source has one kind.
    private(set) var cube = FactCube()
    private(set) var episodes: [Episode] = []
    private(set) var returns: [ReturnedValue] = []
    /// For each extract, how many of its rows count in each category.
    private(set) var acceptedByCategory: [[Int: Int]] = []
    /// The days that rows are dated by, whether they stand or not: they show how far extracts reach.
    private(set) var days = MonthDays()

    /// `extracts` are those of the source in the order of delivery.
    init(_ extracts: inout [ExtractOutcome], schema: TableSchema, threads: Int) async {
        let records = schema.records
        let displacements = await Self.resolver(extracts, schema).displacements(threads: threads)
        var gone: [Set<UInt64>] = extracts.map { _ in [] }
        for displaced in displacements {
            Self.close(&extracts[displaced.extract].account, displaced)
            gone[displaced.extract].insert(displaced.payload)
            if records == .events, displaced.outcome == .accepted {
                extracts[displaced.extract].cube.add(FactKey(word: displaced.payload), -1)
            }
        }
        for index in extracts.indices {
            let lines = displacements.filter { $0.extract == index }.compactMap(\.differingLine).sorted()
            extracts[index].findings += lines.prefix(ExtractConsumer.toldPerRule).map {
                Finding(.identifierRepeated, file: extracts[index].file, line: $0)
            }
            switch records {
            case .events:
                var byCategory: [Int: Int] = [:]
                extracts[index].cube.forEach { key, count in
                    if count != 0 { byCategory[key.category, default: 0] += count }
                }
                acceptedByCategory.append(byCategory)
                cube.merge(extracts[index].cube)
            case .episodes:
                acceptedByCategory.append([:])
                episodes += Self.standing(extracts[index].episodes, extracts[index].identified, gone[index])
            case .returns:
                acceptedByCategory.append([:])
                returns += Self.standing(extracts[index].returns, extracts[index].identified, gone[index])
            }
            extracts[index].identified = []
            days.merge(extracts[index].days)
        }
        for episode in episodes {
            days.add(episode.triage)
            if let discharge = episode.discharge { days.add(discharge) }
        }
    }

    private static func resolver(_ extracts: [ExtractOutcome], _ schema: TableSchema)
        -> SupersessionResolver
    {
        let blocks = extracts.map(\.identified)
        switch schema.records {
        case .events: return SupersessionResolver(blocks, repeats: schema.repeats)
        case .episodes:
            let episodes = extracts.map(\.episodes)
            return SupersessionResolver(blocks, repeats: schema.repeats) {
                episodes[$0][Int($1)] == episodes[$0][Int($2)]
            }
        case .returns:
            let returns = extracts.map(\.returns)
            return SupersessionResolver(blocks, repeats: schema.repeats) {
                returns[$0][Int($1)] == returns[$0][Int($2)]
            }
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
    ) -> [Record] {
        let positions = blocks.flatMap { block in
            block.rows.filter { $0.outcome == .accepted }.map { $0.payload + UInt64(block.payloadBase) }
        }
        return positions.filter { !gone.contains($0) }.sorted().map { records[Int($0)] }
    }
}
