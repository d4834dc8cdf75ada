import Testing

@Suite struct SchemaRoleTests {
    private static func schema(_ records: String, roles: [String]) -> String {
        let fields = roles.map { "  - {name: \($0.prefix { $0 != "," })-column, shp: {role: \($0)}}" }.joined(
            separator: "\n")
        return "name: made-up\nfields:\n\(fields)\nshp: {records: \(records)}\n"
    }

    @Test(
        "A kind of record needs its roles, and each that is missing is reported",
        arguments: [
            ("events", ["category", "month", "lsoa-name"], nil), ("events", ["month", "lsoa"], "'category'"),
            ("events", ["category", "lsoa"], "'date' or 'month'"),
            ("events", ["category", "month"], "'lsoa' or 'local-authority' or 'lsoa-name'"),
            ("counts", ["category", "month", "local-authority"], "'count'"),
            ("reference", [], nil), ("none", [], nil),
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
        let errors = MadeUpText.errorsOfSchema(Self.schema(records, roles: roles)).filter {
            $0.contains("needs a field")
        }
        #expect(
            errors == (missing.map { ["s.yaml:1:1: a schema of \(records) needs a field with the role \($0)"] } ?? [])
        )
    }

    @Test("Counts need a number, a time and an area; each that is missing is reported")
    func counts() {
        let found = MadeUpText.errorsOfSchema(Self.schema("counts", roles: ["category"]))
        let needs = "s.yaml:1:1: a schema of counts needs a field with the role "
        #expect(
            found.filter { $0.contains("needs a field") } == [
                needs + "'count'", needs + "'csp' or 'local-authority'", needs + "'month' or 'financial-quarter'",
            ])
    }

    @Test(
        "A year needs a quarter, and the roles of counts are refused in other records",
        arguments: [
            (
                "counts", ["category", "csp", "month", "financial-year"],
                "s.yaml:1:1: 'financial-year' and 'financial-quarter' must be used together"
            ),
            (
                "counts", ["category", "csp", "month", "count", "flag, flag: hate"],
                "s.yaml:1:1: the role 'flag' is not used in 'records: counts'"
            ),
            (
                "counts", ["category", "csp", "month", "financial-year", "financial-quarter", "count"],
                "s.yaml:1:1: counts have only one column with the role 'month' or 'financial-quarter', but this schema has more"
            ),
            (
                "counts", ["category", "csp", "local-authority", "month", "count"],
                "s.yaml:1:1: counts have only one column with the role 'csp' or 'local-authority', but this schema has more"
            ),
            (
                "events", ["category", "month", "lsoa", "csp"],
                "s.yaml:1:1: only a schema with 'records: counts' can use the role 'csp'"
            ),
        ])
    func countRoles(records: String, roles: [String], message: String) {
        #expect(MadeUpText.errorsOfSchema(Self.schema(records, roles: roles)).contains(message))
    }

    @Test("A format without any place is read when its rows are declared out of scope")
    func noPlace() {
        let text = Self.schema("events, no-area: out-of-scope", roles: ["category", "month"])
        #expect(!MadeUpText.errorsOfSchema(text).contains { $0.contains("needs a field") })
    }

    @Test("All missing roles are reported at once")
    func all() {
        #expect(
            MadeUpText.errorsOfSchema(Self.schema("returns", roles: ["agency"])).count { $0.contains("needs a field") }
                == 5)
    }

    @Test("A kind of record that does not exist")
    func kinds() {
        #expect(
            MadeUpText.errorsOfSchema(Self.schema("event", roles: ["category"]))
                == ["s.yaml:4:16: unknown kind of record 'event'; did you mean 'events'?"])
    }

    @Test(
        "The parts that a schema must have",
        arguments: [
            ("fields: []\nshp: {records: events}", "name"), ("name: x\nshp: {records: events}", "fields"),
            ("name: x\nfields: []", "shp"), ("name: x\nfields: []\nshp: {}", "records"),
        ])
    func missingKeys(text: String, key: String) {
        #expect(MadeUpText.errorsOfSchema(text).contains { $0.hasSuffix("the key '\(key)' is missing") })
    }
}
