import Core
import TestSupport
import Testing
import Validation

@Suite struct CheckValidatorTests {
    private static let dates = FieldType.date([DateForm("dd/mm/yyyy"), DateForm("yyyy-mm-dd")].compactMap { $0 })

    /// Fields `a` and `b` of the type, and one check of `a`.
    private static func schema(_ type: FieldType, _ requirement: any CheckRequirement) -> TableSchema {
        var schema = TableSchema.of([
            SchemaField(name: "a", type: type, role: .category), SchemaField(name: "b", type: type, role: .agency),
        ])
        schema.checks = [SchemaCheck(name: "made-up", field: 0, requirement: requirement)]
        return schema
    }

    private static func faultyRows(
        _ type: FieldType, _ requirement: any CheckRequirement, _ rows: [[String]], file: String = ""
    ) -> [Int] {
        let schema = schema(type, requirement)
        var validator = CheckValidator(schema: schema)
        validator.begin(file)
        let faults = validator.faults(in: MadeUpBatches(schema).batch(rows))
        #expect(faults.allSatisfy { $0.rule == schema.checks[0].rule && $0.field == 0 && $0.check == 0 })
        return faults.map(\.row)
    }

    @Test("Dates are compared as dates, whatever their form; a missing or invalid date passes")
    func dates() {
        let rows = [
            ["01/05/2019", "2019-04-30"], ["30/04/2019", "2019-04-30"], ["02/04/2019", "2019-04-30"],
            ["09/05/2019", "10/04/2019"], ["", "2019-04-30"], ["02/04/2019", "NA"], ["31/02/2019", "2019-04-30"],
        ]
        #expect(Self.faultyRows(Self.dates, OrderCheck(.notBefore, other: 1), rows) == [2])
        #expect(Self.faultyRows(Self.dates, OrderCheck(.after, other: 1), rows) == [1, 2])
        #expect(Self.faultyRows(Self.dates, OrderCheck(.notAfter, other: 1), rows) == [0, 3])
        #expect(Self.faultyRows(Self.dates, OrderCheck(.before, other: 1), rows) == [0, 1, 3])
    }

    @Test("Numbers are compared as numbers, months as months")
    func numbers() {
        #expect(
            Self.faultyRows(
                .number, OrderCheck(.notBefore, other: 1), [["9", "10"], ["10", "9"], ["9.50", "9.5"], ["x", "10"]])
                == [0])
        #expect(
            Self.faultyRows(
                .yearmonth, OrderCheck(.notAfter, other: 1), [["2019-12", "2020-01"], ["2020-02", "2020-01"]]) == [1])
    }

    @Test("A value may be required together with another value, or in place of it")
    func required() {
        let rows = [["x", "y"], ["", "y"], ["x", ""], ["NA", ""]]
        #expect(Self.faultyRows(.string, RequiredCheck(other: 1, whenPresent: true), rows) == [1])
        #expect(Self.faultyRows(.string, RequiredCheck(other: 1, whenPresent: false), rows) == [3])
    }

    @Test("Months must be in the file's period, and days not after it; without a period nothing is compared")
    func fileNames() {
        let months = [["2014-03", ""], ["2014-04", ""], ["2014-05", ""], ["", ""], ["2014-4", ""]]
        #expect(
            Self.faultyRows(.yearmonth, FileNameCheck(isWithin: true), months, file: "2014-04-street.csv") == [0, 2])
        #expect(Self.faultyRows(.yearmonth, FileNameCheck(isWithin: false), months, file: "2014-04-street.csv") == [2])
        #expect(Self.faultyRows(.yearmonth, FileNameCheck(isWithin: true), months, file: "street.csv") == [])
        let days = [["30/04/2014", ""], ["01/05/2014", ""]]
        #expect(Self.faultyRows(Self.dates, FileNameCheck(isWithin: true), days, file: "2014-04.csv") == [1])
        #expect(Self.faultyRows(Self.dates, FileNameCheck(isWithin: false), days, file: "2014-04-30_x.csv") == [1])
    }

    @Test("Values that occurred in an earlier file are judged again by the name of the next file")
    func nextFile() {
        let schema = Self.schema(.yearmonth, FileNameCheck(isWithin: true))
        var validator = CheckValidator(schema: schema)
        let batches = MadeUpBatches(schema)
        validator.begin("2014-04.csv")
        #expect(validator.faults(in: batches.batch([["2014-04", ""], ["2014-05", ""]])).map(\.row) == [1])
        validator.begin("2014-05.csv")
        #expect(validator.faults(in: batches.batch([["2014-04", ""], ["2014-05", ""]])).map(\.row) == [0])
    }

    @Test("A column that the file lacks is not compared")
    func absent() {
        let schema = Self.schema(.number, OrderCheck(.before, other: 1))
        var validator = CheckValidator(schema: schema)
        let batch = RecordBatch(columns: [.absent, .absent], capacity: 1, encoding: .utf8)
        batch.setCount(1)
        #expect(validator.faults(in: batch).isEmpty)
    }
}
