public import Core

/// A row that another row with its identifier duplicates or supersedes.
public struct Displacement: Hashable, Sendable {
    /// The reason why the row does not count.
    public enum Standing: UInt8, Sendable {
        /// An equal row of the same extract counts instead. If the schema says so, the first of several different rows
        /// counts instead.
        case duplicate
        /// Another row counts, which differs or was delivered later.
        case superseded
    }

    /// The extract, by its position in the order of delivery.
    public let extract: Int
    /// The reason why the row does not count.
    public let standing: Standing
    /// The row's result on its own; `payload` is its fact or the position of its record.
    public let outcome: RowOutcome
    public let payload: UInt64
    /// The row's line; `by` is the row that counts in its place, unless a third row replaces that one.
    public let line: Int
    public let by: RowPlace
    /// The line of the later row, if it is in the same extract and differs.
    public let differingLine: Int?
    /// Whether the other row differs and is in an extract that is not known to be later or earlier.
    public let isUnordered: Bool
}

/// A row by the position of its extract and its physical line.
public struct RowPlace: Hashable, Sendable {
    /// The extract, by its position in the order of delivery.
    public let extract: Int
    /// The line, from 1.
    public let line: Int

    /// Creates a row place from its parts.
    public init(extract: Int, line: Int) {
        self.extract = extract
        self.line = line
    }
}

/// Decides which row counts for an identifier if several rows have it.
///
/// Within an extract, an equal repeat is a duplicate. If rows differ, the schema says which row counts, and the
/// difference is a finding. Across extracts, `Precedence` decides. With `delivery`, the later row supersedes the
/// earlier one, whatever the later row says. A crime that was cancelled or moved out of the area therefore leaves the
/// count. With `data`, the division of rows into extracts does not matter.
///
/// Identifiers are resolved in partitions. Each partition has a small table of its own that fits the processor's cache,
/// so that little memory is needed beyond the rows. Partitions can be compared in parallel.
public struct SupersessionResolver: Sendable {
    /// The rule that decides between rows with one identifier.
    public enum Precedence: Sendable {
        /// The order in which extracts were delivered. The closure returns whether the order of two extracts is known.
        case delivery(isKnown: @Sendable (_ earlier: Int, _ later: Int) -> Bool)
        /// The content of the rows. The row with the later month counts if payloads are facts with months; otherwise
        /// the later row counts. With `Repeats.first`, the earlier month or row counts.
        case data(hasMonths: Bool)

        /// The order in which extracts were delivered, if it is known for all of them.
        public static let delivery = Precedence.delivery { _, _ in true }
    }

    /// The blocks of each extract, in order.
    let extracts: [[IdentifiedBlock]]
    /// The rows of each partition, block by block in order. A small extract has rows in only a few partitions.
    private let ranges: [[RowRange]]

    /// Consecutive rows of a block.
    private struct RowRange {
        /// The position in `blocks`.
        let block: UInt32
        /// The position of the first row in the block, and the number of rows.
        let first, count: UInt32
    }

    /// The rows of a block, by pointer. With millions of stretches, counting references would take longer than
    /// comparing rows. `extracts` keeps the memory.
    private struct Block: @unchecked Sendable {
        let rows: UnsafePointer<IdentifiedRow>
        let extract, block: UInt32
    }

    private let blocks: [Block]

    /// Which row counts if rows of one extract differ.
    private let repeats: TableSchema.Repeats
    private let precedence: Precedence
    private let agree: @Sendable (_ extract: Int, _ first: UInt64, _ second: UInt64) -> Bool
    private let agreeAcross: @Sendable (_ first: RowRecord, _ second: RowRecord) -> Bool

    /// A row, identified by its extract and its payload.
    public struct RowRecord: Sendable {
        /// The extract.
        public let extract: Int
        /// The fact's packed key, or the position of the record in its extract.
        public let payload: UInt64
    }

    /// Creates a resolver for the extracts of one source. If payloads are positions, `agree` compares the records of
    /// one extract, and `agreeAcross` compares the records of two extracts.
    public init(
        _ extracts: [[IdentifiedBlock]], repeats: TableSchema.Repeats = .last, precedence: Precedence = .delivery,
        agree: @escaping @Sendable (_ extract: Int, _ first: UInt64, _ second: UInt64) -> Bool = { $1 == $2 },
        agreeAcross: @escaping @Sendable (_ first: RowRecord, _ second: RowRecord) -> Bool = {
            $0.payload == $1.payload
        }
    ) {
        self.extracts = extracts
        var ranges = [[RowRange]](repeating: [], count: IdentifiedBlock.partitions)
        var all: [Block] = []
        for (extract, blocks) in extracts.enumerated() {
            for (index, block) in blocks.enumerated() {
                guard let rows = block.rows.pointer else { continue }
                block.forEachPartition { partition, positions in
                    ranges[partition].append(
                        RowRange(
                            block: UInt32(all.count), first: UInt32(positions.lowerBound),
                            count: UInt32(positions.count)))
                }
                all.append(Block(rows: rows, extract: UInt32(extract), block: UInt32(index)))
            }
        }
        (self.ranges, self.blocks) = (ranges, all)
        self.repeats = repeats
        self.precedence = precedence
        self.agree = agree
        self.agreeAcross = agreeAcross
    }

    /// Returns the displaced rows, in arbitrary order.
    public func displacements(threads: Int) async -> [Displacement] {
        let threads = max(1, threads)
        return await withTaskGroup(of: [Displacement].self) { group in
            for first in 0..<threads {
                group.addTask {
                    var found: [Displacement] = []
                    var holders = HolderTable()
                    // Hashes are distributed evenly, so that threads can take fixed shares of the partitions.
                    for partition in stride(from: first, to: IdentifiedBlock.partitions, by: threads) {
                        resolve(partition, &holders, into: &found)
                    }
                    return found
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    func resolve(_ partition: Int, _ holders: inout HolderTable, into found: inout [Displacement]) {
        guard !ranges[partition].isEmpty else { return }
        holders.removeAll()
        for range in ranges[partition] {
            let block = blocks[Int(range.block)]
            for position in range.first..<range.first + range.count {
                let row = block.rows[Int(position)]
                let new = Holder(hash: row.hash, extract: block.extract, block: block.block, row: position)
                let known = holders.place(new) { row.hasIdentity(of: self.row($0)) }
                guard let known else { continue }
                if let displaced = compare(holders[known], with: new, &holders, known) { found.append(displaced) }
            }
        }
    }

    func row(_ holder: Holder) -> IdentifiedRow {
        extracts[Int(holder.extract)][Int(holder.block)].rows[Int(holder.row)]
    }

    /// Decides between two rows with one identifier, and returns the one that is displaced.
    private func compare(_ old: Holder, with new: Holder, _ holders: inout HolderTable, _ known: Int) -> Displacement? {
        let (earlier, later) = (row(old), row(new))
        let (before, after) = (extracts[Int(old.extract)][Int(old.block)], extracts[Int(new.extract)][Int(new.block)])
        let (earlierPayload, laterPayload) = (
            earlier.payload + UInt64(before.payloadBase), later.payload + UInt64(after.payloadBase)
        )
        let isOneExtract = old.extract == new.extract
        let holder = RowPlace(extract: Int(old.extract), line: before.lineBase + Int(earlier.line))
        let place = RowPlace(extract: Int(new.extract), line: after.lineBase + Int(later.line))
        if isOneExtract, earlier.outcome == later.outcome, agree(Int(new.extract), earlierPayload, laterPayload) {
            return Displacement(
                extract: place.extract, standing: .duplicate, outcome: later.outcome, payload: laterPayload,
                line: place.line, by: holder, differingLine: nil, isUnordered: false)
        }
        let differingLine = isOneExtract ? place.line : nil
        if stays(earlier, beside: later, isOneExtract: isOneExtract) {
            return Displacement(
                extract: place.extract, standing: isOneExtract && repeats == .first ? .duplicate : .superseded,
                outcome: later.outcome, payload: laterPayload, line: place.line, by: holder,
                differingLine: differingLine, isUnordered: false)
        }
        var isUnordered = false
        if !isOneExtract, case .delivery(let isKnown) = precedence, !isKnown(holder.extract, place.extract) {
            isUnordered =
                earlier.outcome != later.outcome
                || !agreeAcross(
                    RowRecord(extract: holder.extract, payload: earlierPayload),
                    RowRecord(extract: place.extract, payload: laterPayload))
        }
        holders[known] = new
        return Displacement(
            extract: holder.extract, standing: .superseded, outcome: earlier.outcome, payload: earlierPayload,
            line: holder.line, by: place, differingLine: differingLine, isUnordered: isUnordered)
    }

    /// Returns whether the first row stays although another row with its identifier follows.
    private func stays(_ earlier: IdentifiedRow, beside later: IdentifiedRow, isOneExtract: Bool) -> Bool {
        if case .delivery = precedence, !isOneExtract { return false }
        let (first, second) = (rank(earlier), rank(later))
        return repeats == .first ? first <= second : first > second
    }

    /// Returns the rank of a row, which decides before the order of rows does. A row with a place ranks first if the
    /// schema prefers such rows; then the month decides.
    private func rank(_ row: IdentifiedRow) -> UInt64 {
        var rank: UInt64 = 0
        if repeats == .placed, row.outcome != .outOfScope(.noLocation) { rank = 1 << 16 }
        if case .data(hasMonths: true) = precedence { rank += row.payload >> 32 & 0xFFFF }
        return rank
    }
}

extension Displacement {
    /// Returns the displacement with the extracts at other positions.
    public func movingExtracts(_ position: (Int) -> Int) -> Displacement {
        Displacement(
            extract: position(extract), standing: standing, outcome: outcome, payload: payload, line: line,
            by: RowPlace(extract: position(by.extract), line: by.line), differingLine: differingLine,
            isUnordered: isUnordered)
    }
}
