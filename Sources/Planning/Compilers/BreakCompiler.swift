import Core
import Indicators
import PipelineDefinition
import Records

/// Resolves the breaks in series.
struct BreakCompiler {
    let scope: NameScope

    func compile() -> [SeriesBreak] {
        var seen: Set<String> = []
        for definition in scope.definition.breaks where !seen.insert(definition.id.value).inserted {
            scope.errors.report(.duplicateName(of: "break", definition.id.value), at: definition.id.position)
        }
        return scope.definition.breaks.compactMap(compile) + areaBreaks
    }

    /// The breaks in an area's series after which the area has only a part of a former area. Only sources with rows
    /// that name areas and no LSOAs have such breaks. An LSOA gives a row's area, whatever its district was.
    private var areaBreaks: [SeriesBreak] {
        let areas = scope.areas.table
        let sources = scope.definition.sources.filter { source in
            let fields = (scope.schemas[source.name.value] ?? []).flatMap(\.fields)
            return !fields.contains { $0.role == .lsoa || $0.role == .lsoaName }
        }
        return areas.constituents.flatMap { constituent -> [SeriesBreak] in
            guard constituent.share == .mostly, let until = constituent.until else { return [] }
            let area = areas.areas[constituent.area].name
            let note =
                "From then on, the figures of \(area) include only a part of \(constituent.name); earlier figures include all of it."
            return sources.map { source in
                SeriesBreak(
                    source: source.name.value, categories: nil, areas: [constituent.area], from: until.advanced(by: 1),
                    note: note)
            }
        }
    }

    private func compile(_ definition: BreakDefinition) -> SeriesBreak? {
        if definition.note.value.allSatisfy(\.isWhitespace) {
            scope.errors.report(
                .expected("a sentence that says what changed", found: definition.note.value),
                at: definition.note.position)
        }
        guard let source = scope.source(definition.source, where: { _ in true }) else { return nil }
        var categories: Set<Int>?
        for group in definition.groups {
            let selection = EventSelection(source: definition.source, group: group, flag: nil)
            guard case .events(_, let own, _)? = scope.events(selection, label: nil)?.subject else { return nil }
            categories = (categories ?? []).union(own)
        }
        return SeriesBreak(
            source: source.name.value, categories: categories,
            areas: definition.areas.isEmpty ? nil : Set(scope.areaPositions(definition.areas)), from: definition.from,
            note: definition.note.value)
    }
}
