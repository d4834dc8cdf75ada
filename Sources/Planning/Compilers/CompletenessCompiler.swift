import Aggregation
import Core
import PipelineDefinition
import Records

/// Resolves which data a definition requires to be delivered.
struct CompletenessCompiler {
    let scope: NameScope
    let errors: DefinitionErrorCollector

    /// Returns the rule of a source; nil when the definition has none.
    func compile(_ source: SourceDefinition, _ schemas: [TableSchema]) -> CompletenessRule? {
        guard let definition = source.completeness else { return nil }
        guard case .table = scope.definition.areas else {
            errors.report(
                .contradiction("completeness is checked by area, so 'areas' must name a table and a home"),
                at: source.name.position)
            return nil
        }
        for schema in schemas { check(definition, schema) }
        var first: [Int: Month] = [:]
        for (name, month) in definition.from {
            for area in scope.areaPositions([name]) {
                if scope.areas.table.areas.indices.contains(area), scope.areas.table.areas[area].isTotal {
                    errors.report(
                        .contradiction("rows belong to areas, not to a sum of areas; name 'home', 'peers' or a code"),
                        at: name.position)
                }
                first[area] = month
            }
        }
        return CompletenessRule(
            first: first, dueDays: definition.dueDays, quietDays: definition.quietDays?.value,
            partialBelow: definition.partialBelow?.value, shorthand: definition.shorthand)
    }

    /// Checks that the source has what the rules for partial months need: days, or rows counted by month.
    private func check(_ definition: CompletenessDefinition, _ schema: TableSchema) {
        if let quietDays = definition.quietDays, schema.fields(.date).isEmpty, schema.fields(.triage).isEmpty {
            errors.report(
                .contradiction(
                    "'quiet-days' needs rows that are dated by day, but the schema \(schema.name) has no column with days"
                ),
                at: quietDays.position)
        }
        if let partialBelow = definition.partialBelow, RecordKinds.kind(schema.records)?.isCountedByMonth != true {
            errors.report(
                .contradiction(
                    "'partial-below' counts rows by month, but \(schema.records.rawValue) are not counted by month"),
                at: partialBelow.position)
        }
    }
}
