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
        return scope.definition.breaks.compactMap(compile)
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
