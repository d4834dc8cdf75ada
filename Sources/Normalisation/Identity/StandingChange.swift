/// The difference between the row that counts for an identifier and the row that counted before some extracts were
/// delivered.
public struct StandingChange: Hashable, Sendable {
    /// The content of a row.
    public struct Row: Hashable, Sendable {
        /// The row's fact as a packed key, or the position of its record.
        public let payload: UInt64
        /// The row's result.
        public let outcome: RowOutcome

        /// Creates a row from its content.
        public init(payload: UInt64, outcome: RowOutcome) {
            self.payload = payload
            self.outcome = outcome
        }
    }

    /// The row that counted before; nil if no row had the identifier.
    public let before: Row?
    /// The row that counts now; nil if no row has the identifier any more.
    public let after: Row?
    /// Whether the row that counts now is in an extract that was there before.
    public let isOfEarlierExtract: Bool
}

extension SupersessionResolver {
    /// Counts the identifiers that have another row now than in `earlier`, by the kind of change. `earlier` has the
    /// same extracts at the same positions, but extracts that had not been delivered then have no rows in it.
    public func changes(since earlier: SupersessionResolver, threads: Int) async -> [StandingChange: Int] {
        let threads = max(1, threads)
        return await withTaskGroup(of: [StandingChange: Int].self) { group in
            for first in 0..<threads {
                group.addTask {
                    var found: [StandingChange: Int] = [:]
                    for partition in stride(from: first, to: IdentifiedBlock.partitions, by: threads) {
                        compare(partition, with: earlier, into: &found)
                    }
                    return found
                }
            }
            return await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        }
    }

    private func compare(
        _ partition: Int, with earlier: SupersessionResolver, into found: inout [StandingChange: Int]
    ) {
        var (before, after) = (HolderTable(), HolderTable())
        var displaced: [Displacement] = []
        earlier.resolve(partition, &before, into: &displaced)
        resolve(partition, &after, into: &displaced)
        for holder in after.holders {
            let old = before.standing(for: holder) { row(holder).hasIdentity(of: earlier.row($0)) }
            let (was, `is`) = (old.map(earlier.said), said(holder))
            guard was != `is` else { continue }
            let isEarlier = !earlier.extracts[Int(holder.extract)].isEmpty
            found[StandingChange(before: was, after: `is`, isOfEarlierExtract: isEarlier), default: 0] += 1
        }
        for holder in before.holders {
            let now = after.standing(for: holder) { earlier.row(holder).hasIdentity(of: row($0)) }
            guard now == nil else { continue }
            found[
                StandingChange(before: earlier.said(holder), after: nil, isOfEarlierExtract: true), default: 0] += 1
        }
    }

    private func said(_ holder: Holder) -> StandingChange.Row {
        let block = extracts[Int(holder.extract)][Int(holder.block)]
        let row = row(holder)
        return StandingChange.Row(payload: row.payload + UInt64(block.payloadBase), outcome: row.outcome)
    }
}
