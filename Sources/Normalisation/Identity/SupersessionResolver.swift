public import Core

/// A row that does not stand for its identifier.
public struct Displacement: Hashable, Sendable {
    /// The result for the row.
    public enum Standing: UInt8, Sendable {
        /// An equal row of the same extract stands.
        case duplicate
        /// Another row stands, which says something else or was delivered later.
        case superseded
    }

    /// The extract, by its position in the order of delivery.
    public let extract: Int
    /// The result for the row.
    public let standing: Standing
    /// Its result on its own, and what it stands for.
    public let outcome: RowOutcome
    public let payload: UInt64
    /// Its line, and the row that stands in its place, if no other takes that one's.
    public let line: Int
    public let by: RowPlace
    /// The line of the later row, when that is in the same extract and says something else.
    public let differingLine: Int?
    /// Whether the other row says something else, and is of an extract that is not known to be later or earlier.
    public let isUnordered: Bool
}

/// A row by the position of its extract and its physical line.
public struct RowPlace: Hashable, Sendable {
    /// The extract, by its position in the order of delivery.
    public let extract: Int
    /// The line, from 1.
    public let line: Int

    /// A row by its place.
    public init(extract: Int, line: Int) {
        self.extract = extract
        self.line = line
    }
}

/// Decides which row stands for an identifier when several have it.
///
/// Within an extract, an equal repeat is a duplicate, and which of differing ones counts the schema says; that is a finding.
/// Across extracts the precedence decides. By delivery, extracts are in its order, and the later row supersedes the
/// earlier, whatever it says: a crime that was cancelled or moved out of the area leaves the count. By data, it does
/// not matter how rows are divided into extracts.
///
/// Identifiers are looked at in partitions, each with a table of its own that fits the processor's cache, so that memory
/// is the rows and little more. Partitions can be compared in parallel.
public struct SupersessionResolver: Sendable {
    /// What decides between rows with one identifier.
    public enum Precedence: Sendable {
        /// The order in which extracts were delivered. The closure says whether the order of two extracts is known.
        case delivery(isKnown: @Sendable (_ earlier: Int, _ later: Int) -> Bool)
        /// What rows say: the later month counts, when payloads are facts and have one; else the later row.
        case data(hasMonths: Bool)

        /// The order of the extracts, which is known.
        public static let delivery = Precedence.delivery { _, _ in true }
    }

    /// For each extract its blocks, in order.
    let extracts: [[IdentifiedBlock]]
    /// For each partition the rows that are in it, block by block in order: a small extract has rows in few.
    private let stretches: [[Stretch]]

    /// Neighbouring rows of a block. They are pointed at: millions of stretches would count references for longer than
    /// they compare. `extracts` holds the memory.
    private struct Stretch {
        /// Which of `blocks`.
        let block: UInt32
        /// The position of the first of the rows in the block, and how many there are.
        let first, count: UInt32
    }

    private struct Block: @unchecked Sendable {
        let rows: UnsafePointer<IdentifiedRow>
        let extract, block: UInt32
    }

    private let blocks: [Block]

    /// Whether two rows of one extract say the same; by default when their payloads are equal.
    private let repeats: TableSchema.Repeats
    private let precedence: Precedence
    private let agree: @Sendable (_ extract: Int, _ first: UInt64, _ second: UInt64) -> Bool
    private let agreeAcross: @Sendable (_ first: RowRecord, _ second: RowRecord) -> Bool

    /// A row by its extract and what it points at or says.
    public struct RowRecord: Sendable {
        /// The extract.
        public let extract: Int
        /// The fact's packed key, or the position of the record in its extract.
        public let payload: UInt64
    }

    /// A resolver of the extracts of one source. For payloads that are positions, `agree` compares the records of one
    /// extract, and `agreeAcross` those of two.
    public init(
        _ extracts: [[IdentifiedBlock]], repeats: TableSchema.Repeats = .last, precedence: Precedence = .delivery,
        agree: @escaping @Sendable (_ extract: Int, _ first: UInt64, _ second: UInt64) -> Bool = { $1 == $2 },
        agreeAcross: @escaping @Sendable (_ first: RowRecord, _ second: RowRecord) -> Bool = {
            $0.payload == $1.payload
        }
    ) {
        self.extracts = extracts
        var stretches = [[Stretch]](repeating: [], count: IdentifiedBlock.partitions)
        var all: [Block] = []
        for (extract, blocks) in extracts.enumerated() {
            for (index, block) in blocks.enumerated() {
                guard let rows = block.rows.pointer else { continue }
                block.forEachPartition { partition, positions in
                    stretches[partition].append(
                        Stretch(
                            block: UInt32(all.count), first: UInt32(positions.lowerBound),
                            count: UInt32(positions.count)))
                }
                all.append(Block(rows: rows, extract: UInt32(extract), block: UInt32(index)))
            }
        }
        (self.stretches, self.blocks) = (stretches, all)
        self.repeats = repeats
        self.precedence = precedence
        self.agree = agree
        self.agreeAcross = agreeAcross
    }

    /// The rows that do not stand, in no order that means anything.
    public func displacements(threads: Int) async -> [Displacement] {
        let threads = max(1, threads)
        return await withTaskGroup(of: [Displacement].self) { group in
            for first in 0..<threads {
                group.addTask {
                    var found: [Displacement] = []
                    var holders = HolderTable()
                    // Hashes spread evenly, so partitions need no sharing out.
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
        guard !stretches[partition].isEmpty else { return }
        holders.removeAll()
        for stretch in stretches[partition] {
            let block = blocks[Int(stretch.block)]
            for position in stretch.first..<stretch.first + stretch.count {
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

    /// The result for the earlier or the later one of two rows with one identifier.
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

    /// Whether the row that is first stays although another with its identifier follows.
    private func stays(_ earlier: IdentifiedRow, beside later: IdentifiedRow, isOneExtract: Bool) -> Bool {
        if case .delivery = precedence, !isOneExtract { return false }
        let (first, second) = (rank(earlier), rank(later))
        return repeats == .first ? first <= second : first > second
    }

    /// What counts before the order of rows: a place where the schema requires one, then the month.
    private func rank(_ row: IdentifiedRow) -> UInt64 {
        var rank: UInt64 = 0
        if repeats == .placed, row.outcome != .outOfScope(.noLocation) { rank = 1 << 16 }
        if case .data(hasMonths: true) = precedence { rank += row.payload >> 32 & 0xFFFF }
        return rank
    }
}

extension Displacement {
    /// The same of extracts at other positions.
    public func movingExtracts(_ position: (Int) -> Int) -> Displacement {
        Displacement(
            extract: position(extract), standing: standing, outcome: outcome, payload: payload, line: line,
            by: RowPlace(extract: position(by.extract), line: by.line), differingLine: differingLine,
            isUnordered: isUnordered)
    }
}
