import Core

/// A table of denominators: its path, `{table, schema, year}`, or for one of Nomis `{table, denominator, unit, source, year}`.
public struct DenominatorDefinition: Sendable {
    /// What a table that others publish has numbers of, since it does not say so in our words.
    public struct Published: Sendable {
        /// The name that definitions use.
        public var name: Located<String>
        /// What is counted, and who says so.
        public var unit, source: Located<String>
    }

    public var reference: ReferenceDefinition
    /// Nil for a table of our own form.
    public var published: Published?
    /// Which of several years counts: `period`, `nearest-before` or a year.
    public var year: Located<String>?
}

extension DenominatorDefinition {
    /// One table, or a list of them.
    static func list(_ reader: YAMLReader) -> [DenominatorDefinition] {
        reader.isText || reader.isMapping
            ? [DenominatorDefinition(reader)].compactMap(\.self)
            : reader.list().compactMap { DenominatorDefinition($0) }
    }

    private init?(_ reader: YAMLReader) {
        if reader.isText {
            guard let table = reader.path() else { return nil }
            self.init(reference: ReferenceDefinition(table: table, schema: nil))
            return
        }
        guard let mapping = reader.mapping(allowing: ["table", "schema", "year", "denominator", "unit", "source"]),
            let table = mapping.path("table")
        else { return nil }
        self.init(
            reference: ReferenceDefinition(table: table, schema: mapping["schema"]?.path()),
            year: mapping["year"]?.text())
        if let name = mapping["denominator"]?.text() {
            guard let unit = mapping.text("unit"), let source = mapping.text("source") else { return nil }
            published = Published(name: name, unit: unit, source: source)
        }
    }
}
