package import Core
import Normalisation

/// The rows of a source's extracts, which are to be compared with each other.
package struct RecordComparison: Sendable {
    /// The extracts in the order of delivery.
    package let extracts: [ExtractOutcome]
    /// Whether deliveries replace whole units rather than single rows.
    package let byUnit: Bool
    package let rowsAreCells: Bool
    /// Which row counts when rows with one identifier differ.
    package let repeats: TableSchema.Repeats
    package let threads: Int

    /// Creates a comparison from its parts.
    package init(
        extracts: [ExtractOutcome], byUnit: Bool, rowsAreCells: Bool, repeats: TableSchema.Repeats, threads: Int
    ) {
        self.extracts = extracts
        self.byUnit = byUnit
        self.rowsAreCells = rowsAreCells
        self.repeats = repeats
        self.threads = threads
    }

    private var order: ResolutionOrder { ResolutionOrder(extracts, byUnit: byUnit, rowsAreCells: rowsAreCells) }

    /// Returns the rows that other rows duplicate or supersede. Rows with equal payloads are equal.
    func byPayload() async -> [Displacement] {
        let order = order
        return await order.restored(
            SupersessionResolver(blocks(order), repeats: repeats, precedence: order.precedence)
                .displacements(threads: threads))
    }

    /// Returns the rows that other rows duplicate or supersede. Rows that refer to equal records are equal.
    func byRecord<Record: ExtractRecord>(_ type: Record.Type) async -> [Displacement] {
        let order = order
        let records = order.positions.map { extracts[$0].records.all(type) }
        return await order.restored(
            SupersessionResolver(
                blocks(order), repeats: repeats, precedence: order.precedence,
                agree: { records[$0][Int($1)] == records[$0][Int($2)] },
                agreeAcross: { records[$0.extract][Int($0.payload)] == records[$1.extract][Int($1.payload)] }
            ).displacements(threads: threads))
    }

    /// Returns such rows within each extract only, because between extracts whole deliveries are replaced and not
    /// single rows.
    func byRecordWithinExtracts<Record: ExtractRecord>(_ type: Record.Type) async -> [Displacement] {
        var found: [Displacement] = []
        for index in extracts.indices where !extracts[index].identified.isEmpty {
            let records = extracts[index].records.all(type)
            let alone = [extracts[index].identified]
            found += await SupersessionResolver(alone, repeats: repeats) { records[Int($1)] == records[Int($2)] }
                .displacements(threads: threads).map { $0.movingExtracts { _ in index } }
        }
        return found
    }

    private func blocks(_ order: ResolutionOrder) -> [[IdentifiedBlock]] {
        order.positions.map { extracts[$0].identified }
    }
}
