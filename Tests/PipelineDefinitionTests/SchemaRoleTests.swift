import PipelineDefinition
import Tabular
import Testing

@Suite struct SchemaRoleTests {
    private static func schema(_ records: String, roles: [String]) -> String {
        let fields = roles.map { "  - {name: \($0)-column, shp: {role: \($0)}}" }.joined(separator: "\n")
        return "name: made-up\nfields:\n\(fields)\nshp: {records: \(records)}\n"
    }

    @Test(
        "A kind of record needs its roles, and each that lacks is told",
        arguments: [
            ("events", ["category", "month", "lsoa-name"], nil), ("events", ["month", "lsoa"], "'category'"),
            ("events", ["category", "lsoa"], "'date' or 'month'"),
            ("events", ["category", "month"], "'lsoa' or 'local-authority' or 'lsoa-name'"),
            ("returns", ["indicator", "period", "value", "missing-reason", "local-authority"], nil),
            ("returns", ["indicator", "period", "value", "local-authority"], "'missing-reason'"),
            (
                "episodes",
                [
                    "agency", "client", "attributor", "episode", "triage", "discharge", "discharge-reason", "drug",
                    "local-authority",
                ], nil
            ),
            (
                "episodes", ["agency", "client", "attributor", "episode", "triage", "discharge", "discharge-reason"],
                "'drug'"
            ),
        ] as [(String, [String], String?)])
    func needed(records: String, roles: [String], missing: String?) {
        let mistakes = Mistakes.ofSchema(Self.schema(records, roles: roles)).filter { $0.contains("needs a field") }
        #expect(
            mistakes == (missing.map { ["s.yaml:1:1: a schema of \(records) needs a field with the role \($0)"] } ?? [])
        )
    }

    @Test("All missing roles are told at once")
    func all() {
        #expect(
            Mistakes.ofSchema(Self.schema("returns", roles: ["agency"])).count { $0.contains("needs a field") } == 5)
    }

    @Test("A kind of record that there is not")
    func kinds() {
        #expect(
            Mistakes.ofSchema(Self.schema("event", roles: ["category"]))
                == ["s.yaml:4:16: unknown kind of record 'event'; did you mean 'events'?"])
    }

    @Test(
        "What a schema must have",
        arguments: [
            ("fields: []\nshp: {records: events}", "name"), ("name: x\nshp: {records: events}", "fields"),
            ("name: x\nfields: []", "shp"), ("name: x\nfields: []\nshp: {}", "records"),
        ])
    func missingKeys(text: String, key: String) {
        #expect(Mistakes.ofSchema(text).contains { $0.hasSuffix("the key '\(key)' is missing") })
    }
}
