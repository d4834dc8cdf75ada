import Core
import Indicators
import PipelineDefinition
import Records

/// Resolves the tables of a definition.
struct TableCompiler {
    let scope: NameScope
    let indicators: [String: CompiledIndicator]

    func compile() -> [PipelinePlan.Table] { scope.definition.tables.map(compile) }

    private func compile(_ definition: TableDefinition) -> PipelinePlan.Table {
        scope.checkPlaceholders(definition.title)
        for note in definition.notes { scope.checkPlaceholders(note) }
        checkSource(definition)
        let areas = scope.areaPositions(definition.areas)
        let columns = areas.flatMap { area in definition.columns.compactMap { column($0, area) } }
        for column in definition.columns where areas.count > 1 && !column.heading.value.contains("{column-area}") {
            scope.errors.report(
                .contradiction("the table shows several areas, so each heading needs '{column-area}'"),
                at: column.heading.position)
        }
        var seen: Set<String> = []
        for column in definition.columns where !seen.insert(column.heading.value).inserted {
            scope.errors.report(.duplicateName(of: "heading", column.heading.value), at: column.heading.position)
        }
        if definition.sections.count > 1, definition.sectionHeading == nil {
            scope.errors.report(
                .contradiction("a table with several sections needs 'section' in 'headings'"),
                at: definition.id.position)
        }
        let denominator = scope.denominator(definition.denominator)
        for column in definition.columns where definition.denominator == nil {
            guard column.heading.value.contains("{denominator}") else { continue }
            scope.errors.report(
                .contradiction("'{denominator}' in a heading needs the table's 'denominator'"),
                at: column.heading.position)
        }
        let rows = definition.sections.flatMap { section -> [TableLayout.Row] in
            scope.checkPlaceholders(section.title)
            let rows = section.rows.map { row(section, $0, definition, denominator) }
            checkTotals(section, rows)
            return rows.compactMap(\.self)
        }
        return PipelinePlan.Table(
            id: definition.id.value, title: definition.title.value, sectionHeading: definition.sectionHeading?.value,
            rowHeading: definition.rowHeading?.value ?? "", source: definition.sourceNote?.value ?? "",
            notes: definition.notes.map(\.value),
            denominator: denominator, columns: columns, rows: rows)
    }

    /// Checks that only the source of a table with rates names the publishers of denominators.
    private func checkSource(_ definition: TableDefinition) {
        guard let source = definition.sourceNote else { return }
        scope.checkPlaceholders(source, and: [Placeholders.denominatorSource])
        guard !DenominatorUse.hasRates(definition), source.value.contains("{\(Placeholders.denominatorSource)}") else {
            return
        }
        scope.errors.report(
            .contradiction(
                "'{\(Placeholders.denominatorSource)}' names the publishers of denominators, but the table has no column with "
                    + "'measure: rate': remove the placeholder"), at: source.position)
    }

    /// Checks that a total of events is the sum of other rows of its section, as readers expect. A total is not checked
    /// when its section has only totals.
    private func checkTotals(_ section: TableDefinition.Section, _ rows: [TableLayout.Row?]) {
        let parts = rows.compactMap { $0?.isTotal == false ? $0?.indicator.subject : nil }
        let isOnlyTotal = section.rows.count { $0.isTotal } == 1
        for (definition, row) in zip(section.rows, rows) where definition.isTotal && !parts.isEmpty {
            guard case .events(let source, let whole, let flag)? = row?.indicator.subject else { continue }
            let sets = parts.map { part -> Set<Int>? in
                guard case .events(source, let categories, flag) = part else { return nil }
                return categories.isSubset(of: whole) ? categories : nil
            }
            let sum = sets.compactMap(\.self).reduce(into: Set()) { $0.formUnion($1) }
            guard sum != whole || (isOnlyTotal && sets.contains(nil)) else { continue }
            scope.errors.report(
                .contradiction(
                    sum == whole
                        ? "the total leaves out other rows of its section; move them to a separate section"
                        : "the other rows do not add up to the total; add the missing rows, or leave out 'total'"),
                at: definition.position)
        }
    }

    private func column(_ definition: TableDefinition.Column, _ area: Int) -> TableLayout.Column? {
        scope.checkPlaceholders(definition.heading)
        let measure: Measure? = scope.choice(definition.measure, "measure")
        let period: PeriodRole? = scope.choice(definition.period, "period")
        guard let measure, let period else { return nil }
        if measure.isOfQuarter, period != .quarter {
            scope.errors.report(
                .contradiction("\(Measure.namesOfQuarter) are for the quarter: write 'period: quarter'"),
                at: definition.period.position)
        }
        return TableLayout.Column(heading: definition.heading.value, measure: measure, period: period, area: area)
    }

    private func row(
        _ section: TableDefinition.Section, _ definition: TableDefinition.Row, _ table: TableDefinition,
        _ denominator: String?
    ) -> TableLayout.Row? {
        if let label = definition.label { scope.checkPlaceholders(label) }
        let tableDenominator = denominator
        let denominator = scope.denominator(definition.denominator) ?? denominator
        if let name = definition.indicator {
            guard let compiled = indicators[name.value] else {
                if !scope.definition.indicators.contains(where: { $0.name.value == name.value }) {
                    scope.errors.report(
                        .unknownName(
                            of: "indicator", name.value, known: scope.definition.indicators.map(\.name.value)),
                        at: name.position)
                }
                return nil
            }
            return TableLayout.Row(
                section: section.id ?? section.title.value, sectionTitle: section.title.value,
                label: definition.label?.value ?? compiled.label, depth: 0,
                isTotal: definition.isTotal, indicator: compiled.indicator, phrase: compiled.phrase)
        }
        guard let group = definition.group else { return nil }
        guard let source = table.source else {
            scope.errors.report(
                .contradiction("a row with a group needs the table's 'counts: {source: …}'"), at: definition.position)
            return nil
        }
        let selection = EventSelection(source: source, group: group, flag: nil)
        guard let events = scope.events(selection, label: nil) else { return nil }
        let title = events.classification.groups[events.group].title
        // A row is nested below the rows of its section that it is a part of. A total is not nested.
        let others = section.rows.filter { !$0.isTotal }.compactMap(\.group?.value)
        let depth =
            definition.isTotal ? 0 : events.classification.ancestors(of: events.group).count { others.contains($0) }
        return TableLayout.Row(
            section: section.id ?? section.title.value, sectionTitle: section.title.value,
            label: definition.label?.value ?? title, depth: depth, isTotal: definition.isTotal,
            indicator: Indicator(
                name: group.value, subject: events.subject, kind: .count,
                unitNoun: definition.unitNoun ?? events.unitNoun,
                denominator: denominator, disclosure: DisclosureCompiler(scope: scope).usual(of: events.subject),
                selection: group.value),
            remark: denominator == tableDenominator ? nil : remark(denominator, in: table))
    }

    /// Returns the remark for a row with a denominator that differs from the one in the headings.
    private func remark(_ denominator: String?, in table: TableDefinition) -> String? {
        guard let per = table.columns.lazy.compactMap({ Measure(rawValue: $0.measure.value)?.per }).first,
            let title = denominator.flatMap({ scope.denominators.title($0) })
        else { return nil }
        return "rate per \(Rational(per).formatted(decimals: 0, grouped: true)) \(title)"
    }
}
