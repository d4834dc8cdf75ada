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
    private(set) var acceptedByCategory: [[Int: Int]]

    /// `extracts` are those of the source in the order of delivery.
    init(_ extracts: inout [ExtractOutcome], records: TableSchema.RecordKind) {
        let resolver = SupersessionResolver(extracts.map(\.identified))
        acceptedByCategory = extracts.map { _ in [:] }
        for index in extracts.indices {
            var byCategory: [Int: Int] = [:]
            extracts[index].unidentified.forEach { key, count in byCategory[key.category, default: 0] += count }
            cube.merge(extracts[index].unidentified)
            for (row, standing) in zip(extracts[index].identified, resolver.standings[index]) {
                switch standing {
                case .duplicate: extracts[index].account.duplicate += 1
                case .superseded: extracts[index].account.superseded += 1
                case .stands:
                    switch row.outcome {
                    case .quarantined: break
                    case .cancelled: extracts[index].account.cancelled += 1
                    case .outOfScope(let reason): extracts[index].account.outOfScope[reason, default: 0] += 1
                    case .accepted:
                        extracts[index].account.accepted += 1
                        switch records {
                        case .events:
                            let key = FactKey(word: row.payload)
                            cube.add(key)
                            byCategory[key.category, default: 0] += 1
                        case .episodes: episodes.append(extracts[index].episodes[Int(row.payload)])
                        case .returns: returns.append(extracts[index].returns[Int(row.payload)])
                        }
                    }
                }
            }
            acceptedByCategory[index] = byCategory
            for line in resolver.differingRepeats[index].prefix(ExtractConsumer.toldPerRule) {
                extracts[index].findings.append(
                    Finding(.identifierRepeated, file: extracts[index].file, line: Int(line)))
            }
        }
    }
}
