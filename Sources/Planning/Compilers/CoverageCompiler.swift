import Core
import PipelineDefinition
import Records

/// Resolves whose deliveries cover which areas, and checks that the schemas of a source agree on what a delivery is.
struct CoverageCompiler {
    let scope: NameScope

    /// The areas by force, or under an empty name those of schemas whose unit is a month alone.
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

    /// Every area must be covered by a force: stray rows of other forces would pass for the delivery of one that is not.
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
