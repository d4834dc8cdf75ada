public import Core
import Validation

/// Reads schemas: Frictionless Table Schemas, with the pipeline's additions under the key `shp`.
public enum SchemaReading {
    /// Reads a schema from a text. Every error goes to the collector. Nil when too little can be read.
    public static func read(_ text: String, file: String, _ errors: DefinitionErrorCollector) -> TableSchema? {
        guard let reader = YAMLReader.read(text, file: file, errors),
            let root = reader.mapping(allowing: [
                "$schema", "name", "title", "description", "homepage", "fields", "missingValues", "primaryKey",
                "shp",
            ]), let name = root.text("name"), let fields = root.required("fields"),
            let ours = root.required("shp")?.mapping(allowing: [
                "records", "encoding", "delimiters", "sensitive", "no-area", "repeats", "other-columns", "is", "totals",
                "checks", "delivered", "delivery", "area-from",
            ]), let records = ours.required("records")?.choice(TableSchema.RecordKind.self, named: "kind of record")
        else { return nil }
        var schema = TableSchema(
            name: name.value, title: root["title"]?.text()?.value ?? name.value,
            fields: fields.list().compactMap(field),
            missingValues: Set(root["missingValues"]?.texts().map(\.value) ?? [""]), records: records,
            fallbackEncoding: ours["encoding"]?.choice(TextEncoding.self, named: "encoding") ?? .utf8,
            delimiters: delimiters(ours["delimiters"]), sensitive: ours["sensitive"]?.flag() ?? false,
            noArea: ours["no-area"]?.choice(TableSchema.NoArea.self, named: "policy") ?? .quarantine,
            repeats: ours["repeats"]?.choice(TableSchema.Repeats.self, named: "rule") ?? .last)
        schema.otherColumns =
            ours["other-columns"]?.choice(TableSchema.OtherColumns.self, named: "policy") ?? .leftOut
        schema.describedAs = describedAs(ours, records)
        schema.areaFrom = areaFrom(ours["area-from"], schema)
        schema.delivered = ours["delivered"].map(delivered) ?? .fileName
        schema.delivery = ours["delivery"].flatMap { deliveryUnit($0, schema) } ?? usualUnit(schema)
        if let totals = ours["totals"] { schema.totals = totals.texts().map(\.value) }
        checkNames(schema, fields)
        checkRoles(schema, root)
        CheckReading(schema: schema, primaryKey: root["primaryKey"]).read(ours["checks"], into: &schema)
        quarantineConflicts(&schema)
        checkSpells(schema, root)
        return schema
    }

    private static func delimiters(_ reader: YAMLReader?) -> [UInt8] {
        guard let reader else { return [UInt8(ascii: ",")] }
        let texts = reader.texts()
        if texts.isEmpty { reader.report(.expected("a delimiter", found: "none")) }
        return texts.compactMap { text in
            guard text.value.utf8.count == 1, let byte = text.value.utf8.first, !"\"\r\n".utf8.contains(byte) else {
                reader.report(.expected("one character, neither a quote nor a line break", found: text.value))
                return nil
            }
            return byte
        }
    }

    private static func field(_ reader: YAMLReader) -> SchemaField? {
        guard
            let mapping = reader.mapping(allowing: [
                "name", "title", "description", "type", "format", "constraints", "trueValues", "falseValues",
                "groupChar", "bareNumber", "example", "shp",
            ]), let name = mapping.text("name")
        else { return nil }
        let ours = mapping["shp"]?.mapping(allowing: [
            "role", "aliases", "flag", "dates", "century", "successful", "unassigned", "letters",
        ])
        let role = ours?["role"]?.choice(FieldRole.self, named: "role")
        let flag = ours?["flag"]?.text()?.value
        if role == .flag, flag == nil { reader.report(.missingKey("flag")) }
        let type = type(mapping, ours)
        checkFormat(mapping["format"], type, hasForms: ours?["dates"] != nil)
        var field = SchemaField(
            name: name.value, title: mapping["title"]?.text()?.value ?? name.value, type: type,
            constraints: mapping["constraints"].map { constraints($0, type) } ?? FieldConstraints(), role: role,
            aliases: ours?["aliases"]?.texts().map(\.value) ?? [], flag: flag,
            successful: Set(ours?["successful"]?.texts().map(\.value) ?? []))
        field.groupSeparator = groupSeparator(mapping, type)
        field.allowsPercentSign = allowsPercentSign(mapping, type)
        field.unassigned = ours?["unassigned"]?.text()?.value
        field.letters = letters(ours?["letters"], type)
        if role != .csp { ours?["unassigned"]?.report(.contradiction("'unassigned' needs the role 'csp'")) }
        if role == .count { checkCount(&field, mapping) }
        if let constraints = mapping["constraints"], constraints.isMapping,
            let entries = constraints.entries()
        {
            checkPossible(field, MappingReader(entries: entries, allowed: [], owner: constraints))
        }
        return field
    }

    private static func type(_ mapping: MappingReader, _ ours: MappingReader?) -> FieldType {
        guard let text = mapping["type"]?.text() else { return .string }
        switch text.value {
        case "string", "any": return .string
        case "integer": return .integer
        case "number": return .number
        case "yearmonth": return .yearmonth
        case "boolean":
            return .boolean(
                yes: Set(mapping["trueValues"]?.texts().map(\.value) ?? ["true", "True", "TRUE", "1"]),
                no: Set(mapping["falseValues"]?.texts().map(\.value) ?? ["false", "False", "FALSE", "0"]))
        case "date", "datetime":
            if ours?["dates"] == nil, let form = mapping["format"]?.text().flatMap({ frictionlessForm($0.value) }) {
                return .date([form])
            }
            let parsed = dateForms(ours)
            return .date(parsed.isEmpty ? [DateForm("yyyy-mm-dd")].compactMap { $0 } : parsed)
        default:
            mapping["type"]?.report(
                .unknownName(
                    of: "field type", text.value,
                    known: ["string", "integer", "number", "boolean", "date", "datetime", "yearmonth"]))
            return .string
        }
    }

    /// Reads a date form in Frictionless notation: `%d/%m/%Y`. Nil for a directive without a fixed width, and for a
    /// text without directives.
    private static func frictionlessForm(_ format: String) -> DateForm? {
        var text = format
        for (directive, word) in [
            "%d": "dd", "%m": "mm", "%b": "mmm", "%B": "mmmm", "%Y": "yyyy", "%H": "hh", "%M": "mm", "%S": "ss",
        ] {
            text = text.split(separator: directive, omittingEmptySubsequences: false).joined(separator: word)
        }
        return text.contains("%") || !format.contains("%") ? nil : DateForm(text)
    }

    /// Checks that the schema does not set a format that is never checked, because readers would rely on it.
    private static func checkFormat(_ reader: YAMLReader?, _ type: FieldType, hasForms: Bool) {
        guard let reader, let format = reader.text()?.value, format != "default" else { return }
        switch type {
        case .date:
            if hasForms, format != "any" {
                reader.report(.contradiction("the forms are listed in 'dates'; write 'format: any' beside them"))
            } else if !hasForms, format != "any", frictionlessForm(format) == nil {
                reader.report(.expected("default, any or a form such as %d/%m/%Y", found: format))
            }
        case .string, .integer, .number, .boolean, .yearmonth:
            reader.report(
                .expected("'default' (no other format is checked; use a pattern instead)", found: format))
        }
    }

    private static func constraints(_ reader: YAMLReader, _ type: FieldType) -> FieldConstraints {
        var constraints = FieldConstraints()
        guard
            let mapping = reader.mapping(allowing: [
                "required", "unique", "pattern", "enum", "minimum", "maximum", "minLength", "maxLength",
            ])
        else { return constraints }
        constraints.required = mapping["required"]?.flag() ?? false
        constraints.unique = mapping["unique"]?.flag() ?? false
        constraints.enumeration = mapping["enum"]?.texts().map(\.value)
        constraints.minimum = mapping["minimum"]?.text()?.value
        constraints.maximum = mapping["maximum"]?.text()?.value
        constraints.minLength = mapping["minLength"]?.whole()
        constraints.maxLength = mapping["maxLength"]?.whole()
        if let pattern = mapping["pattern"]?.text() {
            if LinearPattern(pattern.value) == nil {
                let isOther = (try? Regex(pattern.value)) != nil
                mapping["pattern"]?.report(
                    .expected(
                        isOther
                            ? "a regular expression of characters, classes, groups, '|' and counts, which can be "
                                + "matched quickly" : "a regular expression", found: pattern.value))
            } else {
                constraints.pattern = pattern.value
            }
        }
        checkBounds(constraints, type, mapping)
        return constraints
    }

    /// Checks that bounds are of the field's type. Otherwise no value would ever be compared with them.
    private static func checkBounds(_ constraints: FieldConstraints, _ type: FieldType, _ mapping: MappingReader) {
        for (key, bound) in [("minimum", constraints.minimum), ("maximum", constraints.maximum)] {
            guard let bound else { continue }
            let (isSound, wanted) =
                switch type {
                case .integer, .number: (Rational(decimal: bound) != nil, "a number")
                case .date:
                    (type.date(bound) ?? DateForm("yyyy-mm-dd")?.date(bound) != nil, "a date such as 2019-04-01")
                case .yearmonth: (Month(bound) != nil, "a month such as 2019-04")
                case .string, .boolean: (false, "no bound, since the field's values have no order")
                }
            if !isSound { mapping[key]?.report(.expected(wanted, found: bound)) }
        }
    }

    /// Checks that no two fields have the same name or alias.
    private static func checkNames(_ schema: TableSchema, _ fields: YAMLReader) {
        var seen: Set<String> = []
        for (index, field) in schema.fields.enumerated() {
            for name in [field.name] + field.aliases.filter({ $0 != field.name }) where !seen.insert(name).inserted {
                let list = fields.list()
                (index < list.count ? list[index] : fields).report(.duplicateName(of: "column name", name))
            }
        }
    }

    /// Checks that the schema has the roles that its kind of record needs.
    private static func checkRoles(_ schema: TableSchema, _ root: MappingReader) {
        let rules = schema.records.rules
        // A format without a column for the place can be read if the schema declares rows without a place out of scope.
        let needed = rules.needed + (rules.place.isEmpty || schema.noArea == .outOfScope ? [] : [rules.place])
        checkQuarters(schema, root)
        checkMeanings(schema, root)
        for roles in needed where !roles.contains(where: { !schema.fields($0).isEmpty }) {
            root.owner.report(
                .contradiction(
                    "a schema of \(schema.records.rawValue) needs a field with the role "
                        + roles.map { "'\($0.rawValue)'" }.joined(separator: " or ")))
        }
    }

    /// Checks that a schema of records with a start and an end has a check that no row ends before it begins.
    private static func checkSpells(_ schema: TableSchema, _ root: MappingReader) {
        guard let spell = schema.records.rules.spell, let first = schema.fields(spell.start).first,
            let last = schema.fields(spell.end).first
        else { return }
        let isChecked = schema.checks.contains { check in
            let order = check.requirement as? OrderCheck
            return
                (check.field == last && order == OrderCheck(.notBefore, other: first)
                || check.field == first && order == OrderCheck(.notAfter, other: last))
                && check.consequence.then >= .quarantine
        }
        guard !isChecked else { return }
        let (end, start) = (schema.fields[last].name, schema.fields[first].name)
        root.owner.report(
            .contradiction(
                "a schema of \(schema.records.rawValue) needs the check that no spell ends before it begins: write "
                    + "'{name: \(spell.end.rawValue)-not-before-\(spell.start.rawValue), field: \(end), not-before: \(start)}' under shp, checks"
            ))
    }
}
