import Core
import Normalisation
import Records

/// Counts the rows of an extract by delivery unit, and removes rows of units that count from another file.
struct DeliveryUnitCounter {
    private var reader: DeliveryUnitReader
    private var counts: [Int] = []
    /// The units counted since the last call: only a few of all units that were ever read.
    private var counted: [Int] = []
    private var dropped: Set<DeliveryUnit> = []
    /// For each unit that was read, whether it is dropped.
    private var isDropped: [Bool] = []

    /// Nil if the schema has no delivery units.
    init?(schema: TableSchema, source: PipelinePlan.Source, areas: AreaTable) {
        let reader = DeliveryUnitReader(
            schema: schema, labels: source.labels, areas: areas, force: source.onlyCoveringForce)
        guard let reader else { return nil }
        self.reader = reader
    }

    /// Sets the units that are dropped from the next rows.
    mutating func begin(dropping dropped: Set<DeliveryUnit>) {
        guard dropped != self.dropped else { return }
        self.dropped = dropped
        isDropped = reader.units.map(dropped.contains)
    }

    /// Counts the rows of the batch. Rows of dropped units are counted as superseded, and removed from the batch.
    mutating func count(_ batch: RecordBatch, traces: Bool, _ product: inout ChunkProduct) {
        var removed: [(rows: Range<Int>, unit: Int)] = []
        var found: [(rows: Range<Int>, unit: Int)] = []
        reader.forEachRun(in: batch) { rows, unit in if let unit { found.append((rows, unit)) } }
        if counts.count < reader.units.count {
            counts += [Int](repeating: 0, count: reader.units.count - counts.count)
            isDropped += reader.units[isDropped.count...].map(dropped.contains)
        }
        for run in found {
            if counts[run.unit] == 0 { counted.append(run.unit) }
            counts[run.unit] += run.rows.count
            if isDropped[run.unit] { removed.append(run) }
        }
        guard !removed.isEmpty else { return }
        for (rows, unit) in removed {
            product.account.read += rows.count
            product.account.superseded += rows.count
            guard traces else { continue }
            product.droppedLines += rows.map { (batch.line($0), reader.units[unit]) }
        }
        batch.remove(removed.map(\.rows))
    }

    /// Hands over the counts since the last call.
    mutating func take(into product: inout ChunkProduct) {
        for unit in counted {
            product.units[reader.units[unit]] = counts[unit]
            counts[unit] = 0
        }
        counted.removeAll(keepingCapacity: true)
    }
}
