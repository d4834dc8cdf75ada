/// A reference table and the schema that it is read with.
public struct ReferenceDefinition: Sendable {
    public var table: Located<String>
    /// The schema's path; nil for the usual schema of this kind of table, such as `Schemas/denominators.yaml` or
    /// `Schemas/targets.yaml`, if there is one.
    public var schema: Located<String>?
}

extension ReferenceDefinition {
    /// Reads either the path of the table, or a mapping with the table and its schema.
    init?(_ reader: YAMLReader) {
        if reader.isText {
            guard let table = reader.path() else { return nil }
            self.init(table: table, schema: nil)
        } else {
            guard let mapping = reader.mapping(allowing: ["table", "schema"]) else { return nil }
            self.init(of: mapping)
        }
    }

    /// Reads the table and the schema from a mapping.
    init?(of mapping: MappingReader) {
        guard let table = mapping.path("table") else { return nil }
        self.init(table: table, schema: mapping["schema"]?.path())
    }
}
