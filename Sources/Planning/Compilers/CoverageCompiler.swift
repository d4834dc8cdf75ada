import Core
import PipelineDefinition
import Records

/// Resolves which areas the deliveries of each force cover, and checks that a source's schemas agree on the unit of a
/// delivery.
struct CoverageCompiler {
    let scope: NameScope

    /// Returns the areas by force. The areas of schemas that have only a month as their unit are under an empty name.
    func compile(_ source: SourceDefinition, _ schemas: [TableSchema]) -> [String: [Int]] {
        checkAgreement(source, schemas)
        var covers: [String: [Int]] = [:]
        for (force, areas) in source.covers {
            if schemas.first?.delivery == nil {
                scope.errors.report(
                    .contradiction("'covers' needs a schema whose 'delivery' says what one delivery covers"),
                    at: force.position)
            }
            covers[force.value, default: []] += positions(areas)
        }
        let ofSchema = schemas.first?.delivery?.covers ?? []
        if !ofSchema.isEmpty { covers[""] = positions(ofSchema.map { Located($0, at: source.name.position) }) }
        checkWhole(source, covers)
        return covers
    }

    /// Checks that every area is covered by a force. Otherwise stray rows of other forces would count as the delivery
    /// for an area that is not covered.
    private func checkWhole(_ source: SourceDefinition, _ covers: [String: [Int]]) {
        guard let first = source.covers.first, case .table = scope.definition.areas else { return }
        let covered = Set(covers.values.joined())
        let table = scope.areas.table.areas
        let missing = table.indices.filter { table[$0].inScope && !table[$0].isTotal && !covered.contains($0) }
        guard !missing.isEmpty, !covered.isEmpty else { return }
        let names = missing.prefix(3).map { table[$0].name }.joined(separator: ", ")
        let more = missing.count > 3 ? " and \(missing.count - 3) more" : ""
        scope.errors.report(
            .contradiction(
                "'covers' has no force for \(names)\(more); name the force that delivers them, or leave the areas out "
                    + "of 'peers'"), at: first.force.position)
    }

    private func positions(_ areas: [Located<String>]) -> [Int] {
        guard case .table = scope.definition.areas else { return [] }
        return areas.flatMap { name in
            let found = scope.areaPositions([name])
            if found.contains(where: {
                scope.areas.table.areas.indices.contains($0) && scope.areas.table.areas[$0].isTotal
            }) {
                scope.errors.report(
                    .contradiction("rows belong to areas, not to a sum of areas; name 'home', 'peers' or a code"),
                    at: name.position)
            }
            return found
        }
    }

    private func checkAgreement(_ source: SourceDefinition, _ schemas: [TableSchema]) {
        func unit(_ schema: TableSchema) -> [FieldRole?]? {
            schema.delivery.map { rule in
                rule.fields.map { schema.fields[$0].role }.sorted { ($0?.rawValue ?? "") < ($1?.rawValue ?? "") }
            }
        }
        guard let first = schemas.first else { return }
        for (schema, name) in zip(schemas, source.schemas).dropFirst() where unit(schema) != unit(first) {
            scope.errors.report(
                .contradiction(
                    "the schemas of a source must agree on what one delivery covers; \(schema.name) and \(first.name) "
                        + "differ in 'delivery'"),
                at: name.position)
        }
    }
}
