import Core
import Testing
import Validation

@Suite("The table of checks")
struct CheckKindsTests {
    /// A schema with fields of every type that can be compared.
    private static let schema = TableSchema(
        name: "s", title: "",
        fields: [
            SchemaField(name: "day", type: .date([DateForm("yyyy-mm-dd")].compactMap { $0 })),
            SchemaField(name: "other", type: .date([DateForm("yyyy-mm-dd")].compactMap { $0 })),
        ], missingValues: [""], records: .events)

    /// Each key with each value that has a meaning.
    private static let items = CheckKinds.keys.flatMap { key in ["other", "file-name"].map { (key, $0) } }

    @Test("Each key is named once, and the keys of one kind are together")
    func keys() {
        #expect(Set(CheckKinds.keys).count == CheckKinds.keys.count)
        #expect(CheckKinds.keys.prefix(4) == ["not-before", "not-after", "after", "before"])
    }

    @Test("Every item that a schema can write asks for one kind of check", arguments: items)
    func one(key: String, value: String) {
        #expect(CheckKinds.all.count { $0.takes(key, value) } == 1)
        #expect(CheckKinds.kind(key, value)?.keys.contains(key) == true)
        #expect(CheckKinds.kind("name", value) == nil)
    }

    @Test("An item is read as a check of its kind, or is an error; never neither and never both", arguments: items)
    func read(key: String, value: String) throws {
        var errors: [String] = []
        let item = CheckItem(schema: Self.schema, field: 0, key: key, value: value) { errors.append("\($0)") }
        let kind = try #require(CheckKinds.kind(key, value))
        guard let check = kind.read(item) else {
            #expect(errors.count == 1)
            return
        }
        #expect(errors.isEmpty)
        #expect(check.rule == kind.rule)
        let names = check.otherFields.map { "'\(Self.schema.fields[$0].name)'" }.joined()
        let words = check.explanation(others: names)
        #expect(names.isEmpty || words.contains(names))
        #expect(check.readsFileName == (value == "file-name"))
        #expect(check.validator(of: 0, schema: Self.schema) != nil)
    }

    @Test("Each kind has its own rule, which sends a row to quarantine and says what to do")
    func rules() {
        let rules = CheckKinds.all.map { $0.rule }
        #expect(Set(rules).count == rules.count)
        for kind in CheckKinds.all {
            #expect(kind.rule.quarantines && kind.rule.concernsRows && !kind.advice.isEmpty)
            #expect(CheckKinds.isDeclared(kind.rule) == !kind.keys.isEmpty)
            let finding = Finding(kind.rule, file: "f.csv", line: 2, column: "day")
            #expect(Self.schema.remedy(for: finding)?.contains(kind.advice) == true)
        }
        #expect(!CheckKinds.isDeclared(.patternMismatch))
    }
}
