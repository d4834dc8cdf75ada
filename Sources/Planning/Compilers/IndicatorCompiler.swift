import Aggregation
import Indicators
import PipelineDefinition
import Records

/// Resolves the indicators of a definition.
struct IndicatorCompiler {
    let scope: NameScope

    func compile() -> [String: CompiledIndicator] {
        let groups = treatmentGroups()
        var compiled: [String: CompiledIndicator] = [:]
        for definition in scope.definition.indicators {
            guard let subject = definition.subject, let (resolved, kind, unitNoun) = resolve(subject, groups) else {
                continue
            }
            let given = self.given(definition, resolved)
            let policy = DisclosureCompiler(scope: scope).policy(definition, resolved, given ?? kind)
            compiled[definition.name.value] = CompiledIndicator(
                label: definition.label, phrase: definition.phrase,
                indicator: Indicator(
                    name: definition.name.value, subject: resolved, kind: given ?? kind,
                    unitNoun: definition.unitNoun ?? unitNoun, denominator: scope.denominator(definition.denominator),
                    disclosure: policy, selection: Self.selection(subject)))
        }
        return compiled
    }

    /// Returns the names of the group and the flag of the events that are counted.
    private static func selection(_ subject: IndicatorDefinition.Subject) -> String? {
        guard case .counts(let selection) = subject else { return nil }
        return selection.group.value + (selection.flag.map { "|flag=\($0.value)" } ?? "")
    }

    private func resolve(
        _ subject: IndicatorDefinition.Subject, _ groups: [String: TreatmentGroup]
    ) -> (IndicatorSubject, IndicatorKind, String)? {
        switch subject {
        case .counts(let selection):
            return scope.events(selection, label: nil).map { ($0.subject, .count, $0.unitNoun) }
        case .treatment(let source, let measureName, let groupName):
            let found = scope.source(source) { $0.counted == .clients }
            let measure: TreatmentMeasure? = scope.choice(measureName, "treatment measure")
            guard let group = groups[groupName.value] else {
                scope.errors.report(
                    .unknownName(of: "treatment group", groupName.value, known: groups.keys.sorted()),
                    at: groupName.position)
                return nil
            }
            guard let found, let measure else { return nil }
            let kind: IndicatorKind = measure == .inEffectiveTreatment ? .rollingCount : .proportion
            return (
                .treatment(source: found.name.value, measure: measure, group: group), kind, found.unitNoun ?? "clients"
            )
        case .returned(let source, let name):
            guard let found = scope.source(source, where: { $0.counted == .returns }) else { return nil }
            return (.returned(source: found.name.value, name: name.value), .count, found.unitNoun ?? "cases")
        }
    }

    /// Returns the kind that the definition states, and checks that it fits what is counted.
    private func given(_ definition: IndicatorDefinition, _ subject: IndicatorSubject) -> IndicatorKind? {
        guard let name = definition.kind, let given: IndicatorKind = scope.choice(name, "kind of indicator") else {
            return nil
        }
        let fitting = subject.fittingKinds
        if !fitting.contains(given) {
            let kinds = fitting.map { "'kind: \($0.rawValue)'" }.joined(separator: " or ")
            scope.errors.report(
                .contradiction(
                    "'kind: \(given.rawValue)' does not fit \(subject.valueWords): write \(kinds), or leave it out"),
                at: name.position)
        }
        return given
    }

    private func treatmentGroups() -> [String: TreatmentGroup] {
        var groups: [String: TreatmentGroup] = [:]
        for definition in scope.definition.treatmentGroups {
            let ranges = definition.codes.compactMap { text -> ClosedRange<UInt16>? in
                let ends = text.value.split(separator: "-", omittingEmptySubsequences: false).map { UInt16($0) }
                if let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last {
                    return first...last
                }
                scope.errors.report(
                    .expected("a range of drug codes such as 1000-1999", found: text.value), at: text.position)
                return nil
            }
            groups[definition.name.value] = TreatmentGroup(name: definition.name.value, codes: ranges)
        }
        return groups
    }
}
