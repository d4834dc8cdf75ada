import Core

/// Reads what a schema says about deliveries: when a file was delivered, and what one delivery covers.
extension SchemaReading {
    /// Reads the rule for the day of delivery: `file-name`, `{after-period: 60 days}` or `{forms: [ddmmyy, mmmyy]}`.
    static func delivered(_ reader: YAMLReader) -> DeliveryRule {
        if reader.isText {
            if let text = reader.text(), text.value != "file-name" {
                reader.report(
                    .unknownName(of: "rule of delivery", text.value, known: ["file-name", "after-period", "forms"]))
            }
            return .fileName
        }
        guard let mapping = reader.mapping(allowing: ["after-period", "forms"]) else { return .fileName }
        if mapping["after-period"] == nil, mapping["forms"] == nil { reader.report(.missingKey("after-period")) }
        return DeliveryRule(
            forms: mapping["forms"]?.list().compactMap { $0.choice(DeliveryRule.NameForm.self, named: "form") } ?? [],
            daysAfterPeriod: mapping["after-period"]?.days())
    }

    /// Reads the unit of a delivery: `{unit: [force, month], smaller-than: 50%}`. Columns are given by role or by name.
    static func deliveryUnit(_ reader: YAMLReader, _ schema: TableSchema) -> DeliveryUnitRule? {
        guard let mapping = reader.mapping(allowing: ["unit", "smaller-than", "covers"]),
            let unit = mapping.required("unit")
        else { return nil }
        if !schema.records.rules.hasDeliveries {
            reader.report(
                .contradiction("\(schema.records.rawValue) are replaced one by one; leave 'delivery' out"))
        }
        let names = unit.texts()
        if names.isEmpty { unit.report(.expected("a column or its role", found: "none")) }
        let fields = names.compactMap { field(named: $0.value, schema, unit) }
        let rule = DeliveryUnitRule(
            fields: Set(fields).sorted(),
            smallerThan: mapping["smaller-than"]?.percentage() ?? DeliveryUnitRule.usualShare,
            covers: mapping["covers"]?.texts().map(\.value) ?? [])
        checkCoverage(rule, schema, reader)
        return rule.fields.isEmpty ? nil : rule
    }

    /// Returns the delivery unit of a schema that does not state one. Tables of counts are republished as a whole, and
    /// a newer one may lack cells that are now zero. Their units are therefore the area and the month or quarter.
    static func usualUnit(_ schema: TableSchema) -> DeliveryUnitRule? {
        guard schema.records.rules.isPublishedAsWhole else { return nil }
        let area = schema.fields(.csp).first ?? schema.fields(.localAuthority).first
        let time = [.month, .financialYear, .financialQuarter].compactMap { schema.fields($0).first }
        guard let area, !time.isEmpty else { return nil }
        return DeliveryUnitRule(fields: (time + [area]).sorted())
    }

    /// The roles of columns with a date or period.
    private static let timeRoles: Set<FieldRole> = [.month, .date, .financialYear, .financialQuarter]

    private static func field(named name: String, _ schema: TableSchema, _ reader: YAMLReader) -> Int? {
        let byRole = FieldRole(rawValue: name).flatMap { schema.fields($0).first }
        guard let field = schema.fields.firstIndex(where: { $0.name == name }) ?? byRole else {
            let known = schema.fields.flatMap { [$0.name] + ($0.role.map { [$0.rawValue] } ?? []) }
            reader.report(.unknownName(of: "column or role", name, known: known))
            return nil
        }
        guard let role = schema.fields[field].role, role != .identifier else {
            reader.report(
                .contradiction(
                    "'\(name)' cannot identify a delivery; name a column with a role other than 'identifier'"))
            return nil
        }
        return field
    }

    /// Checks that a unit says which areas it covers: a month by itself does not. Also checks that a unit with a
    /// quarter also has the year.
    private static func checkCoverage(_ rule: DeliveryUnitRule, _ schema: TableSchema, _ reader: YAMLReader) {
        let isOfTime = rule.fields.allSatisfy { schema.fields[$0].role.map(timeRoles.contains) ?? false }
        if isOfTime, !rule.fields.isEmpty, rule.covers.isEmpty {
            reader.report(
                .contradiction(
                    "a period does not say which areas a file covers; add 'covers' with the areas, or add the force"
                ))
        }
        if !isOfTime, !rule.covers.isEmpty {
            reader.report(
                .contradiction(
                    "'covers' in a schema is only for deliveries of a period; write it under the definition's source"))
        }
        let hasYear = rule.fields.contains { schema.fields[$0].role == .financialYear }
        let hasQuarter = rule.fields.contains { schema.fields[$0].role == .financialQuarter }
        if hasYear != hasQuarter {
            reader.report(.contradiction("a quarter needs its year; name 'financial-year' and 'financial-quarter'"))
        }
    }
}
