import Core
import Indicators
import PipelineDefinition
import Records

/// Resolves the charts of an appendix.
struct ChartCompiler {
    let scope: NameScope
    let indicators: [String: CompiledIndicator]
    let tables: [PipelinePlan.Table]

    func compile(_ definition: ChartDefinition) -> CompiledChart? {
        for text in [definition.title] + definition.notes { scope.checkPlaceholders(text) }
        guard let kind = kind(definition) else { return nil }
        return CompiledChart(
            id: definition.id.value, title: definition.title.value, kind: kind, notes: definition.notes.map(\.value))
    }

    private func kind(_ definition: ChartDefinition) -> CompiledChart.Kind? {
        switch definition.kind {
        case .trend:
            checkEach("indicator", definition.indicators, of: definition)
            return .trend(definition.indicators.compactMap(trend))
        case .shares:
            guard let table = definition.table.flatMap(table) else { return nil }
            return .shares(table: table.id)
        case .peers:
            guard let name = definition.table, let table = table(name) else { return nil }
            // The table as written is used, because the compiled one lacks rows and columns with errors.
            let written = scope.definition.tables.first { $0.id.value == table.id }
            let measures = written?.columns.map { Measure(rawValue: $0.measure.value) } ?? []
            if !measures.contains(.rate), !measures.contains(nil) {
                scope.errors.report(
                    .contradiction("the table '\(table.id)' has no rates with which areas could be compared"),
                    at: name.position)
            }
            let known = written?.sections.flatMap(\.rows).compactMap(\.group?.value) ?? []
            for group in definition.groups where !known.contains(group.value) {
                scope.errors.report(
                    .unknownName(of: "group of the table", group.value, known: known), at: group.position)
            }
            checkEach("group", definition.groups, of: definition)
            return .peers(table: table.id, groups: definition.groups.map(\.value))
        }
    }

    /// Checks that a chart has something to draw, and each name only once.
    private func checkEach(_ what: String, _ names: [Located<String>], of definition: ChartDefinition) {
        if names.isEmpty {
            scope.errors.report(.expected("at least one \(what)", found: "none"), at: definition.id.position)
        }
        var seen: Set<String> = []
        for name in names where !seen.insert(name.value).inserted {
            scope.errors.report(.duplicateName(of: what, name.value), at: name.position)
        }
    }

    private func table(_ name: Located<String>) -> PipelinePlan.Table? {
        if let table = tables.first(where: { $0.id == name.value }) { return table }
        scope.errors.report(
            .unknownName(of: "table", name.value, known: tables.map(\.id)), at: name.position)
        return nil
    }

    /// Resolves an indicator whose trend is drawn. It must be counted from events, because only events are counted by
    /// month. Its source must not be sensitive, because monthly counts would show numbers that tables suppress.
    private func trend(_ name: Located<String>) -> CompiledIndicator? {
        guard let compiled = indicators[name.value] else {
            let known = scope.definition.indicators.map(\.name.value)
            if !known.contains(name.value) {
                scope.errors.report(.unknownName(of: "indicator", name.value, known: known), at: name.position)
            }
            return nil
        }
        guard case .events(let source, _, _) = compiled.indicator.subject else {
            scope.errors.report(
                .contradiction("'\(name.value)' is not counted from events, so it has no numbers by month to draw"),
                at: name.position)
            return nil
        }
        if scope.schemas[source]?.contains(where: \.sensitive) == true {
            scope.errors.report(
                .contradiction("the source '\(source)' is sensitive, so its numbers by month cannot be drawn"),
                at: name.position)
        }
        return compiled
    }
}
