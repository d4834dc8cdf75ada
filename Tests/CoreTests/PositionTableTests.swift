import Core
import TestSupport
import Testing

@Suite("Positions by hash")
struct PositionTableTests {
    @Test("Equal values are found at the position of the first, however many there are and however hashes collide")
    func likeADictionary() {
        var generator = SeededGenerator(seed: 93)
        // One hash function has few results, so that many values share a hash; the other spreads the values.
        for hash in [{ UInt64($0 % 7) }, { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }] as [(Int) -> UInt64] {
            var values: [Int] = []
            var table = PositionTable(capacity: 1)
            var known: [Int: Int] = [:]
            for _ in 0..<3_000 {
                let value = Int.random(in: 0..<900, using: &generator)
                let (position, slot) = table.find(hash(value)) { values[$0] == value }
                #expect(position == known[value])
                guard position == nil else { continue }
                known[value] = values.count
                values.append(value)
                table.put(values.count - 1, at: slot)
                if table.isFull { table = table.grown { hash(values[$0]) } }
            }
            #expect(table.count == known.count && known.count > 800)
            table.removeAll()
            #expect(table.find(hash(values[0])) { values[$0] == values[0] }.position == nil)
        }
    }
}
