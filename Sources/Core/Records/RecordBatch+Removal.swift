extension RecordBatch {
    /// Removes the rows in the ranges, which must be in order and must not overlap. The other rows move up.
    public func remove(_ ranges: [Range<Int>]) {
        var kept: [Range<Int>] = []
        var start = 0
        for range in ranges {
            if range.lowerBound > start { kept.append(start..<range.lowerBound) }
            start = range.upperBound
        }
        if start < count { kept.append(start..<count) }
        Self.move(kept, lines)
        Self.move(kept, spans)
        for column in columns {
            switch column {
            case .absent: break
            case .coded(let column): Self.move(kept, column.codes)
            case .bytes(let column): column.keep(kept)
            }
        }
        setCount(kept.reduce(0) { $0 + $1.count })
    }

    private static func move<Value>(_ ranges: [Range<Int>], _ values: UnsafeMutablePointer<Value>) {
        var position = 0
        for range in ranges {
            // Values move only towards the front, one after the other.
            for row in range {
                values[position] = values[row]
                position += 1
            }
        }
    }
}

extension ByteColumn {
    /// Keeps only the rows in the ranges, which must be in order.
    fileprivate func keep(_ ranges: [Range<Int>]) {
        let (arena, ends) = (storage.pointee.arena, storage.pointee.ends)
        var (position, used) = (0, 0)
        for range in ranges {
            // The start is read before this range is written, because writing changes `ends`. Writing never overtakes
            // reading.
            var start = range.lowerBound == 0 ? 0 : Int(ends[range.lowerBound - 1])
            for row in range {
                let end = Int(ends[row])
                for byte in start..<end {
                    arena[used] = arena[byte]
                    used += 1
                }
                start = end
                ends[position] = UInt32(truncatingIfNeeded: used)
                position += 1
            }
        }
    }
}
