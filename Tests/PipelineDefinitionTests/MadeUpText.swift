import Core
import PipelineDefinition

/// Schemas and definitions for tests, and the errors that a text has.
enum MadeUpText {
    /// The errors of a schema, in order.
    static func errorsOfSchema(_ text: String) -> [String] {
        let collector = DefinitionErrorCollector()
        _ = SchemaReading.read(text, file: "s.yaml", collector)
        return DefinitionErrors(collector.errors).errors.map(\.description)
    }

    /// The errors of a definition, in order.
    static func errorsOfDefinition(_ text: String) -> [String] {
        let collector = DefinitionErrorCollector()
        _ = PipelineDefinition.read(text, file: "p.yaml", collector)
        return DefinitionErrors(collector.errors).errors.map(\.description)
    }

    /// The schema of a text without errors.
    static func schema(_ text: String) -> TableSchema? {
        let collector = DefinitionErrorCollector()
        let schema = SchemaReading.read(text, file: "s.yaml", collector)
        return collector.errors.isEmpty ? schema : nil
    }

    /// A schema of events that is sound, with more fields in front, each on lines of its own from line 5 on.
    static func schema(fields: String, ours: String = "") -> String {
        """
        name: made-up
        title: Made up
        missingValues: ["", NA]
        fields:
        \(fields)
          - {name: code, shp: {role: category}}
          - {name: day, type: date, shp: {role: date}}
          - {name: area, shp: {role: local-authority}}
        shp:
          records: events
        \(ours)
        """
    }

    /// A definition that is sound, with lines in front of its tables.
    static func definition(_ lines: String = "notes: []") -> String {
        """
        pipeline: made-up
        title: Made up
        areas: {table: areas.csv, home: E06000001}
        \(lines)
        sources:
          crime: {schema: crime.yaml, files: crime/*.csv}
        tables: []
        appendices: []
        partnership: Made-up Partnership
        """
    }
}
