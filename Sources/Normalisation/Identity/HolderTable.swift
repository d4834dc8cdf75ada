import Core

/// The row that counts for an identifier so far.
struct Holder {
    var hash: UInt64
    var extract: UInt32
    var block: UInt32
    var row: UInt32
}

/// Maps each identifier to the row that counts for it. The table is emptied and reused for the next partition.
struct HolderTable {
    private var table = PositionTable(capacity: 1 << 11)
    /// The rows that count, in the order in which their identifiers were first found.
    private(set) var holders: [Holder] = []

    subscript(position: Int) -> Holder {
        get { holders[position] }
        set { holders[position] = newValue }
    }

    mutating func removeAll() {
        table.removeAll()
        holders.removeAll(keepingCapacity: true)
    }

    /// Adds the holder and returns nil. If another holder already has the identifier, returns that holder's position
    /// instead.
    mutating func place(_ holder: Holder, isSame: (Holder) -> Bool) -> Int? {
        let (position, slot) = find(holder, isSame)
        if let position { return position }
        holders.append(holder)
        table.put(holders.count - 1, at: slot)
        if table.isFull { table = table.grown { holders[$0].hash } }
        return nil
    }

    /// Returns the row that counts for the other holder's identifier; nil if no row has the identifier.
    func standing(for other: Holder, isSame: (Holder) -> Bool) -> Holder? {
        find(other, isSame).position.map { holders[$0] }
    }

    private func find(_ holder: Holder, _ isSame: (Holder) -> Bool) -> (position: Int?, slot: Int) {
        table.find(holder.hash) { holders[$0].hash == holder.hash && isSame(holders[$0]) }
    }
}
