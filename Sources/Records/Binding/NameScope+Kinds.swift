package import Core
package import Indicators
package import PipelineDefinition

/// Looks up sources by the kind of their records.
extension NameScope {
    /// Returns the source of that name. The kind of its records must meet the condition.
    package func source(
        _ name: Located<String>, where isWanted: (any RecordKind.Type) -> Bool
    ) -> SourceDefinition? {
        guard let source = definition.sources.first(where: { $0.name.value == name.value }) else {
            unknown("source", name, definition.sources.map(\.name.value))
            return nil
        }
        guard let records = schemas[name.value]?.first?.records else { return nil }
        let kinds = RecordKinds.names(where: isWanted)
        guard kinds.contains(records) else {
            let wanted = kinds.map(\.rawValue).joined(separator: " or ")
            errors.report(
                .contradiction("the source '\(name.value)' has \(records.rawValue), not \(wanted)"),
                at: name.position)
            return nil
        }
        return source
    }

    /// Returns the subject that selects the events of a group, with their unit noun, the group's position and the
    /// classification.
    package func events(_ selection: EventSelection, label: String?) -> (
        subject: IndicatorSubject, unitNoun: String, group: Int, classification: Classification
    )? {
        guard let source = source(selection.source, where: { $0.counted == .events }),
            let classification = classification(of: source)
        else {
            return nil
        }
        guard let group = classification.groups.firstIndex(where: { $0.name == selection.group.value }) else {
            unknown("group of \(classification.name)", selection.group, classification.groups.map(\.name))
            return nil
        }
        var bit: UInt16?
        if let flag = selection.flag {
            let known = schemas[source.name.value]?.flatMap(\.fields).compactMap(\.flag) ?? []
            guard known.contains(flag.value), let index = flags(of: source.name.value).firstIndex(of: flag.value) else {
                unknown("flag", flag, known)
                return nil
            }
            bit = 1 << UInt16(index)
        }
        return (
            .events(source: source.name.value, categories: Set(classification.codes(within: group)), flag: bit),
            source.unitNoun ?? "events", group, classification
        )
    }
}
