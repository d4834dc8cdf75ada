import Core

/// The row that stands for an identifier so far.
struct Holder {
    var hash: UInt64
    var extract: UInt32
    var block: UInt32
    var row: UInt32
}

/// Identifier → row that stands for it; emptied and used again for the next partition.
struct HolderTable {
    private var table = PositionTable(capacity: 1 << 11)
    /// The rows that stand, in the order in which their identifiers were first met.
    private(set) var holders: [Holder] = []

    subscript(position: Int) -> Holder {
        get { holders[position] }
        set { holders[position] = newValue }
    }

    mutating func removeAll() {
        table.removeAll()
        holders.removeAll(keepingCapacity: true)
    }

    /// Takes up the holder and returns nil, or returns the position of the one that has its identifier.
    mutating func place(_ holder: Holder, isSame: (Holder) -> Bool) -> Int? {
        let (position, slot) = find(holder, isSame)
        if let position { return position }
        holders.append(holder)
        table.put(holders.count - 1, at: slot)
        if table.isFull { table = table.grown { holders[$0].hash } }
        return nil
    }

    /// The row that stands for the identifier of the other; nil when none has it.
    func standing(for other: Holder, isSame: (Holder) -> Bool) -> Holder? {
        find(other, isSame).position.map { holders[$0] }
    }

    private func find(_ holder: Holder, _ isSame: (Holder) -> Bool) -> (position: Int?, slot: Int) {
        table.find(holder.hash) { holders[$0].hash == holder.hash && isSame(holders[$0]) }
    }
}
