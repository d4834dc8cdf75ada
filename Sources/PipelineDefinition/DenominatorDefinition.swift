import Core

/// A table of denominators: its path, `{table, schema, year}`, or for a Nomis table
/// `{table, denominator, unit, population, source, year}`.
public struct DenominatorDefinition: Sendable {
    /// What the numbers of an externally published table are, because the table does not say so in our terms.
    public struct Published: Sendable {
        /// The name that definitions use.
        public var name: Located<String>
        /// What is counted, and who published the numbers.
        public var unit, source: Located<String>
        /// The part of the population that the table counts, such as `men aged 16 to 64`; nil for the whole population.
        public var population: Located<String>?
    }

    public var reference: ReferenceDefinition
    /// What the table's numbers are; nil for a table in our own format.
    public var published: Published?
    /// Which of several years is used: `period`, `nearest-before` or a year.
    public var year: Located<String>?
}

extension DenominatorDefinition {
    /// Reads one table or a list of tables.
    static func list(_ reader: YAMLReader) -> [DenominatorDefinition] {
        reader.isText || reader.isMapping
            ? [DenominatorDefinition(reader)].compactMap(\.self)
            : reader.list().compactMap { DenominatorDefinition($0) }
    }

    private init?(_ reader: YAMLReader) {
        guard !reader.isText else {
            guard let reference = ReferenceDefinition(reader) else { return nil }
            self.init(reference: reference)
            return
        }
        guard
            let mapping = reader.mapping(allowing: [
                "table", "schema", "year", "denominator", "unit", "population", "source",
            ]),
            let reference = ReferenceDefinition(of: mapping)
        else { return nil }
        self.init(reference: reference, year: mapping["year"]?.text())
        guard let written = mapping["denominator"] else {
            for key in ["unit", "population", "source"] {
                mapping[key]?.report(.contradiction("'\(key)' is for a Nomis table: write 'denominator', too"))
            }
            return
        }
        guard let name = written.text() else { return nil }
        // A schema that comes from the base belongs to a table in our own format, so it does not contradict
        // 'denominator'.
        if let schema = mapping["schema"], schema.file == name.position.file {
            schema.report(
                .contradiction(
                    "a Nomis table has no schema: remove 'schema', or remove 'denominator' if the table is your own"))
        }
        guard let unit = mapping.text("unit"), let source = mapping.text("source") else { return nil }
        published = Published(name: name, unit: unit, source: source, population: mapping["population"]?.text())
    }
}
