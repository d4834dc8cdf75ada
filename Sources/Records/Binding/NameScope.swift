package import Core
package import Indicators
import Normalisation
package import PipelineDefinition

/// Every name that indicators and tables may use, with what it stands for; a name that nothing has is a mistake.
package struct NameScope {
    package let definition: PipelineDefinition
    package let classifications: [String: Classification]
    /// The formats of each source.
    package let schemas: [String: [TableSchema]]
    package let areas: ResolvedAreas
    package let denominators: Denominators
    package let mistakes: MistakeCollector

    /// From its parts.
    package init(
        definition: PipelineDefinition, classifications: [String: Classification], schemas: [String: [TableSchema]],
        areas: ResolvedAreas, denominators: Denominators, mistakes: MistakeCollector
    ) {
        self.definition = definition
        self.classifications = classifications
        self.schemas = schemas
        self.areas = areas
        self.denominators = denominators
        self.mistakes = mistakes
    }

    /// Where the areas of events come from.
    var areaRule: AreaRule {
        switch definition.areas {
        case .table: .table(areas.table)
        case .lsoaName: .lsoaName(OpenAreas())
        }
    }

    private func unknown(_ what: String, _ name: Located<String>, _ known: [String]) {
        mistakes.report(.unknownName(of: what, name.value, known: known), at: name.position)
    }

    /// The source of that name, which must have records of a kind for which the condition holds.
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
            mistakes.report(
                .contradiction("the source '\(name.value)' has \(records.rawValue), not \(wanted)"),
                at: name.position)
            return nil
        }
        return source
    }

    /// The classification of a source of events.
    package func classification(of source: SourceDefinition) -> Classification? {
        guard let name = source.classification else {
            mistakes.report(.missingKey("classification"), at: source.name.position)
            return nil
        }
        guard definition.classifications.contains(where: { $0.name.value == name.value }) else {
            unknown("classification", name, definition.classifications.map(\.name.value))
            return nil
        }
        return classifications[name.value]
    }

    /// The events of a group.
    package func events(_ selection: EventSelection, label: String?) -> (
        subject: IndicatorSubject, things: String, group: Int, classification: Classification
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
            source.things ?? "events", group, classification
        )
    }

    /// The flags that indicators count in a source, in the order of their bits.
    func flags(of source: String) -> [String] {
        let used = definition.indicators.compactMap { indicator -> String? in
            guard case .counts(let selection) = indicator.subject, selection.source.value == source else { return nil }
            return selection.flag?.value
        }
        return Set(used).sorted().prefix(16).map { $0 }
    }

    /// The returns that indicators ask of a source.
    func returns(of source: String) -> Set<String> {
        Set(
            definition.indicators.compactMap { indicator in
                guard case .returned(let from, let name) = indicator.subject, from.value == source else { return nil }
                return name.value
            })
    }

    /// What partners call the returns of a source: their own names, and the labels of the indicators that show them.
    func returnNames(_ names: Set<String>, of source: String) -> ReturnNames {
        var labels: [(label: String, name: String)] = []
        var proportions: Set<String> = []
        for indicator in definition.indicators {
            guard case .returned(let from, let name) = indicator.subject, from.value == source else { continue }
            labels.append((indicator.label, name.value))
            if indicator.kind?.value == IndicatorKind.proportion.rawValue { proportions.insert(name.value) }
        }
        return ReturnNames(names, labels: labels, proportions: proportions)
    }

    /// A denominator's name.
    package func denominator(_ name: Located<String>?) -> String? {
        guard let name else { return nil }
        guard denominators.names.contains(name.value) else {
            unknown("denominator", name, denominators.names)
            return nil
        }
        return name.value
    }

    /// One of a list of words.
    package func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: Located<String>, _ what: String)
        -> Choice?
    {
        if let choice = Choice(rawValue: name.value) { return choice }
        unknown(what, name, Choice.allCases.map(\.rawValue))
        return nil
    }

    /// The area positions that a table's list of areas stands for.
    package func areaPositions(_ names: [Located<String>]) -> [Int] {
        guard !names.isEmpty else { return [areas.home] }
        return names.flatMap { name -> [Int] in
            switch name.value {
            case "home": return [areas.home]
            case "peers": return areas.peers
            case "total":
                if let total = areas.total { return [total] }
                mistakes.report(.contradiction("'areas' names no total"), at: name.position)
                return []
            default:
                if let area = areas.table.byName[name.value],
                    areas.table.areas[area].inScope || areas.table.areas[area].isTotal
                {
                    return [area]
                }
                unknown("area", name, ["home", "peers", "total"] + areas.table.areas.map(\.code))
                return []
            }
        }
    }

    package func checkPlaceholders(_ text: Located<String>) {
        for name in Placeholders.unknown(in: text.value) {
            unknown("placeholder", Located(name, at: text.position), Placeholders.names)
        }
    }
}
