import Core
import TestSupport
import Testing
import Validation

@Suite struct UniqueKeyReaderTests {
    private static func keys(_ types: [FieldType], _ rows: [[String]]) -> [Int: RecordKey] {
        var schema = TableSchema.of(types.enumerated().map { SchemaField(name: "\($0)", type: $1, role: .category) })
        schema.checks = [SchemaCheck(name: "u", field: nil, requirement: UniqueCheck(Array(types.indices)))]
        var keys: [Int: RecordKey] = [:]
        UniqueKeyReader(schema: schema).forEachKey(in: MadeUpBatches(schema).batch(rows)) { check, row, key in
            #expect(check == 0)
            keys[row] = key
        }
        return keys
    }

    @Test("Texts are compared byte by byte, and a missing value has no key")
    func texts() {
        let keys = Self.keys([.string], [["a"], ["a"], ["A"], [""], ["NA"], ["a "]])
        #expect(keys[0] == keys[1])
        #expect(Set(keys.values).count == 3)
        #expect(keys[3] == nil && keys[4] == nil)
    }

    @Test("Numbers and days are equal in every form; different times of one day are not equal")
    func values() {
        let numbers = Self.keys([.number], [["1"], ["01"], ["1.0"], ["-1"], ["x"]])
        #expect(numbers[0] == numbers[1] && numbers[0] == numbers[2] && numbers[0] != numbers[3])
        #expect(numbers[4] == nil)
        let forms = [DateForm("dd/mm/yyyy"), DateForm("yyyy-mm-dd"), DateForm("dd/mm/yyyy hh:mm")].compactMap { $0 }
        let days = Self.keys(
            [.date(forms)],
            [["01/04/2019"], ["2019-04-01"], ["01/04/2019 10:00"], ["01/04/2019 11:00"], ["31/02/2019"]])
        #expect(days[0] == days[1])
        #expect(Set(days.values).count == 3)
        #expect(days[4] == nil)
    }

    @Test("A key of several values keeps them apart")
    func composite() {
        let keys = Self.keys([.string, .string], [["ab", "c"], ["a", "bc"], ["ab", "c"], ["ab", ""], ["", "c"]])
        #expect(keys[0] == keys[2])
        #expect(keys[0] != keys[1])
        #expect(keys.count == 3)
    }

    @Test("Without unique values there is nothing to read")
    func idle() {
        #expect(UniqueKeyReader(schema: TableSchema.of([SchemaField(name: "a")])).isIdle)
    }
}
