/// A reference table and the schema that it is read by.
public struct ReferenceDefinition: Sendable {
    public var table: Located<String>
    /// Nil for the schema of the table's kind, `Schemas/denominators.yaml` or `Schemas/targets.yaml`, if there is one.
    public var schema: Located<String>?
}

extension ReferenceDefinition {
    /// Either the path of the table, or the table and its schema.
    init?(_ reader: YAMLReader) {
        if reader.isText {
            guard let table = reader.path() else { return nil }
            self.init(table: table, schema: nil)
        } else {
            guard let mapping = reader.mapping(allowing: ["table", "schema"]) else { return nil }
            self.init(of: mapping)
        }
    }

    /// The table and the schema of a mapping.
    init?(of mapping: MappingReader) {
        guard let table = mapping.path("table") else { return nil }
        self.init(table: table, schema: mapping["schema"]?.path())
    }
}
