import Aggregation
import Core
import Indicators
import Records
import Releases

extension RunResult {
    /// The definition's listings with all their counts, sorted by area, month and category; areas and categories are
    /// sorted by name.
    var listings: [Listing] {
        plan.listings.compactMap { listing in
            guard let facts = facts.events[listing.source],
                let source = plan.sources.first(where: { $0.name == listing.source }),
                let names = source.records.listedAreas, let classification = source.classification
            else { return nil }
            return Self.listing(
                listing, of: source.title, facts.cube, areas: names, codes: classification.codes.map(\.code))
        }
    }

    private static func listing(
        _ listing: PipelinePlan.Listing, of source: String, _ cube: FactCube, areas names: [String], codes: [String]
    ) -> Listing {
        // Areas are numbered as they occur, which depends on the threads. Their names do not depend on them, so
        // positions are replaced by ranks of names.
        let (areas, categories) = (ranked(names), ranked(codes))
        var sums: [(key: UInt64, count: Int)] = []
        cube.forEach { key, count in
            guard count != 0, let month = FactKey.packed(key.month) else { return }
            let ranked = FactKey(
                area: UInt16(areas.rank[key.area]), month: month, category: UInt16(categories.rank[key.category]),
                flags: 0)
            sums.append((ranked.word, count))
        }
        sums.sort { $0.key < $1.key }
        var rows: [Listing.Row] = []
        var previous: UInt64?
        for (word, count) in sums {
            // Cells that differ only in their flags are added together here.
            if word == previous {
                rows[rows.count - 1] = rows[rows.count - 1].adding(count)
                continue
            }
            previous = word
            let key = FactKey(word: word)
            rows.append(
                Listing.Row(
                    area: areas.names[key.area], month: key.month, category: categories.names[key.category],
                    count: count))
        }
        return Listing(id: listing.id, title: listing.title, unitNoun: listing.unitNoun, source: source, rows: rows)
    }

    /// Returns the names in order, and the rank of each position.
    private static func ranked(_ names: [String]) -> (names: [String], rank: [Int]) {
        let order = names.indices.sorted { names[$0] < names[$1] }
        var rank = [Int](repeating: 0, count: names.count)
        for (place, position) in order.enumerated() { rank[position] = place }
        return (order.map { names[$0] }, rank)
    }
}
