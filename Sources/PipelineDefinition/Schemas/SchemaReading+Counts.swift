import Core

/// What schemas say of counts, of numbers as people write them, and of formats that nothing is counted from.
extension SchemaReading {
    /// A count is a number, and not below zero unless the schema says so: no more can be withdrawn than was
    /// recorded.
    static func checkCount(_ field: inout SchemaField, _ mapping: MappingReader) {
        switch field.type {
        case .integer, .number: field.constraints.minimum = field.constraints.minimum ?? "0"
        default:
            (mapping["type"] ?? mapping.owner).report(.contradiction("a count is a number: write 'type: integer'"))
        }
    }

    /// Formats that are known only to be left out say what they are; others have no need to.
    static func describedAs(_ ours: MappingReader, _ records: TableSchema.RecordKind) -> String? {
        if records == .nothing { return ours.text("is")?.value }
        ours["is"]?.report(
            .contradiction("'is' is for a format that is not counted: write 'records: none'"))
        return nil
    }

    /// What the field's numbers may have between thousands.
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

    /// How the letters of a column are read. Only texts have letters.
    static func letters(_ reader: YAMLReader?, _ type: FieldType) -> LetterCase? {
        guard let reader else { return nil }
        guard case .string = type else {
            reader.report(.contradiction("only a column of 'type: string' has 'letters'"))
            return nil
        }
        return reader.choice(LetterCase.self, named: "way to read letters")
    }

    /// Frictionless's `bareNumber: false`: a sign may follow the number. Here that is a percent sign.
    static func allowsPercentSign(_ mapping: MappingReader, _ type: FieldType) -> Bool {
        guard let reader = mapping["bareNumber"] else { return false }
        switch type {
        case .integer, .number: return !reader.flag()
        default:
            reader.report(.contradiction("only numbers have 'bareNumber'"))
            return false
        }
    }

    /// A quarter means nothing without its year, nor a year without its quarter.
    static func checkQuarters(_ schema: TableSchema, _ root: MappingReader) {
        let halves: [FieldRole] = [.financialYear, .financialQuarter]
        let given = halves.filter { !schema.fields($0).isEmpty }
        if given.count == 1 {
            root.owner.report(.contradiction("'financial-year' and 'financial-quarter' must be used together"))
        }
    }

    /// A column whose role means nothing in the kind of record would silently count for nothing: one of counts that is not
    /// added up would make every row count once.
    static func checkMeanings(_ schema: TableSchema, _ root: MappingReader) {
        let (kind, rules) = (schema.records, schema.records.rules)
        for owner in TableSchema.RecordKind.allCases where owner != kind {
            for role in owner.rules.own where !schema.fields(role).isEmpty {
                if rules.own.contains(role) || rules.borrowed.contains(role) { continue }
                root.owner.report(
                    .contradiction(
                        "the role '\(role.rawValue)' is used in 'records: \(owner.rawValue)' only"))
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
