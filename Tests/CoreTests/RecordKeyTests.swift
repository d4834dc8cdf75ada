import Core
import TestSupport
import Testing

@Suite struct RecordKeyTests {
    @Test("A fact's key contains its parts")
    func factKeys() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<2000 {
            let area = UInt16.random(in: 0...UInt16.max, using: &generator)
            let category = UInt16.random(in: 0...UInt16.max, using: &generator)
            let flags = UInt16.random(in: 0...UInt16.max, using: &generator)
            let month = Month(
                year: .random(in: 1901...2100, using: &generator), month: .random(in: 1...12, using: &generator))
            guard let packed = FactKey.packed(month) else {
                Issue.record("\(month) does not fit")
                return
            }
            let key = FactKey(area: area, month: packed, category: category, flags: flags)
            #expect(key.area == Int(area) && key.month == month && key.category == Int(category) && key.flags == flags)
            #expect(key.word != 0)
        }
    }

    @Test("A month in an impossible year does not fit into a key")
    func months() {
        #expect(FactKey.packed(Month(year: 1899, month: 12)) == nil)
        #expect(FactKey.packed(Month(year: 9999, month: 12)) == nil)
        #expect(FactKey.packed(Month(year: 2019, month: 4)) != nil)
    }

    @Test("Keys of different identifiers differ")
    func recordKeys() {
        let keys = Set(
            (0..<50_000).map { number in Array("AB19/\(number)".utf8).withUnsafeBytes(RecordKey.init(hashing:)) })
        #expect(keys.count == 50_000)
        #expect(Set(keys.map(\.high)).count == 50_000)
        #expect(Set(keys.map(\.low)).count == 50_000)
    }
}
