import Core
import PipelineDefinition

/// Makes schemas and definitions for tests, and finds the errors in a text.
enum MadeUpText {
    /// Returns the errors in a schema, in order.
    static func errorsOfSchema(_ text: String) -> [String] {
        let collector = DefinitionErrorCollector()
        _ = SchemaReading.read(text, file: "s.yaml", collector)
        return DefinitionErrors(collector.errors).errors.map(\.description)
    }

    /// Returns the errors in a definition, in order.
    static func errorsOfDefinition(_ text: String) -> [String] {
        let collector = DefinitionErrorCollector()
        _ = PipelineDefinition.read(text, file: "p.yaml", collector)
        return DefinitionErrors(collector.errors).errors.map(\.description)
    }

    /// Returns the schema of a text; nil when the text has errors.
    static func schema(_ text: String) -> TableSchema? {
        let collector = DefinitionErrorCollector()
        let schema = SchemaReading.read(text, file: "s.yaml", collector)
        return collector.errors.isEmpty ? schema : nil
    }

    /// Returns a valid schema of events with more fields in front, which begin on line 5.
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

    /// Returns a valid definition, with the given lines in front of its tables.
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
