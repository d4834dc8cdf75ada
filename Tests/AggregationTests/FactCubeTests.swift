import Aggregation
import Core
import TestSupport
import Testing

@Suite struct FactCubeTests {
    private static func key(_ generator: inout SeededGenerator, spread: UInt16) -> FactKey {
        FactKey(
            area: .random(in: 0...spread, using: &generator), month: .random(in: 1...(spread + 1), using: &generator),
            category: .random(in: 0...spread, using: &generator), flags: .random(in: 0...3, using: &generator))
    }

    private static func cells(_ cube: FactCube) -> [FactKey: Int] {
        var cells: [FactKey: Int] = [:]
        cube.forEach { cells[$0, default: 0] += $1 }
        return cells
    }

    @Test("A cube counts as a dictionary does, with few or many cells", arguments: [1, 3, 12, 40] as [UInt16])
    func againstDictionary(spread: UInt16) {
        var generator = SeededGenerator(seed: UInt64(spread))
        var cube = FactCube()
        var expected: [FactKey: Int] = [:]
        for _ in 0..<30_000 {
            let key = Self.key(&generator, spread: spread)
            let count = Int.random(in: 1...3, using: &generator)
            // Neighbouring rows tend to share a cell.
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                cube.add(key, count)
                expected[key, default: 0] += count
            }
        }
        #expect(Self.cells(cube) == expected)
        #expect(cube.cellCount == expected.count)
    }

    @Test("Cubes that are merged in any order equal one cube to which everything was added")
    func merging() {
        var generator = SeededGenerator(seed: 99)
        var cubes = [FactCube](repeating: FactCube(), count: 5)
        var whole = FactCube()
        for _ in 0..<20_000 {
            let key = Self.key(&generator, spread: 9)
            cubes[.random(in: 0..<5, using: &generator)].add(key)
            whole.add(key)
        }
        for order in [[0, 1, 2, 3, 4], [4, 2, 0, 1, 3]] {
            var merged = FactCube()
            for index in order { merged.merge(cubes[index]) }
            #expect(Self.cells(merged) == Self.cells(whole))
        }
        var same = whole
        same.merge(FactCube())
        #expect(Self.cells(same) == Self.cells(whole))
    }

    @Test("A change to a copy does not change the original")
    func copies() {
        let key = FactKey(area: 1, month: 1, category: 1, flags: 0)
        var first = FactCube()
        first.add(key)
        var second = first
        second.add(key, 5)
        #expect(Self.cells(first) == [key: 1])
        #expect(Self.cells(second) == [key: 6])
    }

    @Test("The smallest key is counted like any other, both when it is added first and when it is added again")
    func smallestKey() {
        let key = FactKey(area: 0, month: 1, category: 0, flags: 0)
        var cube = FactCube()
        cube.add(key)
        cube.add(FactKey(area: .max, month: .max, category: .max, flags: .max))
        cube.add(key)
        #expect(Self.cells(cube)[key] == 2)
        #expect(cube.cellCount == 2)
    }
}
