import Core

/// Reads what a schema says about counts, about how numbers are written, and about formats that are not counted.
extension SchemaReading {
    /// Checks that a count is a number. Unless the schema sets another minimum, a count must not be below zero.
    static func checkCount(_ field: inout SchemaField, _ mapping: MappingReader) {
        switch field.type {
        case .integer, .number: field.constraints.minimum = field.constraints.minimum ?? "0"
        default:
            (mapping["type"] ?? mapping.owner).report(.contradiction("a count is a number: write 'type: integer'"))
        }
    }

    /// Reads the description of a format that is known only so that it can be left out. Other formats must not have
    /// one.
    static func describedAs(_ ours: MappingReader, _ records: TableSchema.RecordKind) -> String? {
        if records == .nothing { return ours.text("is")?.value }
        ours["is"]?.report(
            .contradiction("'is' is for a format that is not counted: write 'records: none'"))
        return nil
    }

    /// Reads the thousands separator of the field's numbers.
    static func groupSeparator(_ mapping: MappingReader, _ type: FieldType) -> String? {
        guard let text = mapping["groupChar"]?.text() else { return nil }
        switch type {
        case .integer, .number: break
        default: mapping["groupChar"]?.report(.contradiction("only numbers have a thousands separator"))
        }
        if text.value.count != 1 || text.value == "-" || text.value.allSatisfy(\.isNumber) {
            mapping["groupChar"]?.report(.expected("one character such as ','", found: text.value))
        } else if case .number = type, text.value == "." {
            mapping["groupChar"]?.report(.contradiction("'.' is the decimal point of a number"))
        }
        return text.value
    }

    /// Reads how upper and lower case in a column are treated. Only columns of text have this setting.
    static func letters(_ reader: YAMLReader?, _ type: FieldType) -> LetterCase? {
        guard let reader else { return nil }
        guard case .string = type else {
            reader.report(.contradiction("only a column of 'type: string' has 'letters'"))
            return nil
        }
        return reader.choice(LetterCase.self, named: "way to read letters")
    }

    /// Reads Frictionless's `bareNumber: false`, which allows other characters next to a number. Here it allows only a
    /// percent sign after the number.
    static func allowsPercentSign(_ mapping: MappingReader, _ type: FieldType) -> Bool {
        guard let reader = mapping["bareNumber"] else { return false }
        switch type {
        case .integer, .number: return !reader.flag()
        default:
            reader.report(.contradiction("only numbers have 'bareNumber'"))
            return false
        }
    }

    /// Checks that a schema has both a financial year and a financial quarter, or neither.
    static func checkQuarters(_ schema: TableSchema, _ root: MappingReader) {
        let halves: [FieldRole] = [.financialYear, .financialQuarter]
        let given = halves.filter { !schema.fields($0).isEmpty }
        if given.count == 1 {
            root.owner.report(.contradiction("'financial-year' and 'financial-quarter' must be used together"))
        }
    }

    /// Checks that the roles of columns are used in the kind of record. A column with an unused role would be ignored
    /// without a message. For example, if a column of counts were not added up, every row would count as one.
    static func checkMeanings(_ schema: TableSchema, _ root: MappingReader) {
        let (kind, rules) = (schema.records, schema.records.rules)
        for owner in TableSchema.RecordKind.allCases where owner != kind {
            for role in owner.rules.own where !schema.fields(role).isEmpty {
                if rules.own.contains(role) || rules.borrowed.contains(role) { continue }
                let others = TableSchema.RecordKind.allCases.filter {
                    $0.rules.own.contains(role) || $0.rules.borrowed.contains(role)
                }
                let names = others.map { "'records: \($0.rawValue)'" }.joined(separator: " or ")
                root.owner.report(.contradiction("only a schema with \(names) can use the role '\(role.rawValue)'"))
            }
        }
        if let only = rules.only {
            for role in FieldRole.allCases where !only.contains(role) && !schema.fields(role).isEmpty {
                root.owner.report(
                    .contradiction("the role '\(role.rawValue)' is not used in 'records: \(kind.rawValue)'"))
            }
        }
        for roles in rules.single where roles.reduce(0, { $0 + schema.fields($1).count }) > 1 {
            let names = roles.map { "'\($0.rawValue)'" }.joined(separator: " or ")
            root.owner.report(
                .contradiction("\(kind.rawValue) have only one column with the role \(names), but this schema has more")
            )
        }
    }
}
