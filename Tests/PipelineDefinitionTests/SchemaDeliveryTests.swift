import Core
import Testing

/// What a schema says about deliveries.
@Suite struct SchemaDeliveryTests {
    private static func street(_ ours: String) -> String {
        """
        name: made-up
        fields:
          - {name: ID, shp: {role: identifier}}
          - {name: Month, type: yearmonth, shp: {role: month}}
          - {name: Reported by, shp: {role: force}}
          - {name: Type, shp: {role: category}}
          - {name: Area, shp: {role: local-authority}}
          - {name: Remark}
        shp:
          records: events
          \(ours)
        """
    }

    @Test("A unit is named by roles or by names of columns")
    func unit() throws {
        for unit in ["[force, month]", "[Month, Reported by]"] {
            let schema = try #require(MadeUpText.schema(Self.street("delivery: {unit: \(unit)}")))
            #expect(schema.delivery == DeliveryUnitRule(fields: [1, 2], smallerThan: 50))
        }
        let strict = try #require(MadeUpText.schema(Self.street("delivery: {unit: [force, month], smaller-than: 80%}")))
        #expect(strict.delivery?.smallerThan == 80)
        let monthly = try #require(MadeUpText.schema(Self.street("delivery: {unit: [month], covers: [home, peers]}")))
        #expect(monthly.delivery?.covers == ["home", "peers"])
        #expect(try #require(MadeUpText.schema(Self.street("repeats: placed"))).repeats == .placed)
        #expect(try #require(MadeUpText.schema(Self.street("repeats: placed"))).delivery == nil)
    }

    @Test("Tables of counts are delivered by area and quarter, even when the schema does not say so")
    func counts() throws {
        let schema = try #require(
            MadeUpText.schema(
                """
                name: made-up
                fields:
                  - {name: year, shp: {role: financial-year}}
                  - {name: quarter, shp: {role: financial-quarter}}
                  - {name: csp, shp: {role: csp}}
                  - {name: code, shp: {role: category}}
                  - {name: n, type: integer, shp: {role: count}}
                shp: {records: counts}
                """))
        #expect(schema.delivery == DeliveryUnitRule(fields: [0, 1, 2]))
    }

    @Test("Days of delivery are read from names, after the period, or in declared forms")
    func delivered() throws {
        func rule(_ text: String) throws -> DeliveryRule {
            try #require(MadeUpText.schema(Self.street("delivered: \(text)"))).delivered
        }
        #expect(try rule("file-name") == .fileName)
        #expect(try rule("{after-period: 60 days}") == .afterPeriod(days: 60))
        #expect(try rule("{forms: [mmmyy, ddmmyy]}") == DeliveryRule(forms: [.mmmyy, .ddmmyy]))
    }

    @Test(
        "Each error is reported at its line and column",
        arguments: [
            ("delivery: {unit: [forse, month]}", "s.yaml:11:20: unknown column or role 'forse'"),
            ("delivery: {unit: [Remark, month]}", "'Remark' cannot identify a delivery"),
            ("delivery: {unit: [ID]}", "'ID' cannot identify a delivery"),
            ("delivery: {unit: [month]}", "add 'covers' with the areas, or add the force"),
            ("delivery: {unit: [force, month], covers: [home]}", "write it under the definition's source"),
            ("delivery: {}", "unit"), ("delivered: {forms: [yymmdd]}", "yymmdd"), ("delivered: {}", "after-period"),
        ])
    func errors(ours: String, message: String) {
        let found = MadeUpText.errorsOfSchema(Self.street(ours))
        #expect(found.contains { $0.contains(message) }, "\(found)")
        #expect(found.allSatisfy { $0.hasPrefix("s.yaml:11:") }, "\(found)")
    }

    @Test("Returns are replaced one by one")
    func returns() {
        let found = MadeUpText.errorsOfSchema(
            """
            name: made-up
            fields:
              - {name: i, shp: {role: indicator}}
              - {name: p, shp: {role: period}}
              - {name: v, shp: {role: value}}
              - {name: r, shp: {role: missing-reason}}
              - {name: a, shp: {role: local-authority}}
            shp: {records: returns, delivery: {unit: [indicator]}}
            """)
        #expect(found == ["s.yaml:8:35: returns are replaced one by one; leave 'delivery' out"])
    }
}
