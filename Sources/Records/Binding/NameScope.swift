package import Core
package import Indicators
import Normalisation
package import PipelineDefinition

/// Every name that indicators and tables may use, with the object that it stands for; an unknown name is an error.
package struct NameScope {
    package let definition: PipelineDefinition
    package let classifications: [String: Classification]
    /// The formats of each source.
    package let schemas: [String: [TableSchema]]
    package let areas: ResolvedAreas
    package let denominators: Denominators
    /// Whether every table of denominators was read. If a table was not read, that error is enough, and unknown names
    /// are not reported.
    private let knowsDenominators: Bool
    package let errors: DefinitionErrorCollector

    /// Creates a scope from its parts.
    package init(
        definition: PipelineDefinition, classifications: [String: Classification], schemas: [String: [TableSchema]],
        areas: ResolvedAreas, denominators: Denominators, knowsDenominators: Bool, errors: DefinitionErrorCollector
    ) {
        self.definition = definition
        self.classifications = classifications
        self.schemas = schemas
        self.areas = areas
        self.denominators = denominators
        self.knowsDenominators = knowsDenominators
        self.errors = errors
    }

    /// The rule by which events get their areas.
    var areaRule: AreaRule {
        switch definition.areas {
        case .table: .table(areas.table)
        case .lsoaName: .lsoaName(OpenAreas())
        }
    }

    func unknown(_ what: String, _ name: Located<String>, _ known: [String]) {
        errors.report(.unknownName(of: what, name.value, known: known), at: name.position)
    }

    /// Returns the classification of a source of events.
    package func classification(of source: SourceDefinition) -> Classification? {
        guard let name = source.classification else {
            errors.report(.missingKey("classification"), at: source.name.position)
            return nil
        }
        guard definition.classifications.contains(where: { $0.name.value == name.value }) else {
            unknown("classification", name, definition.classifications.map(\.name.value))
            return nil
        }
        return classifications[name.value]
    }

    /// Returns the flags that indicators count in a source, in the order of their bits.
    func flags(of source: String) -> [String] {
        let used = definition.indicators.compactMap { indicator -> String? in
            guard case .counts(let selection) = indicator.subject, selection.source.value == source else { return nil }
            return selection.flag?.value
        }
        return Set(used).sorted().prefix(16).map { $0 }
    }

    /// Returns the names of the returns that indicators read from a source.
    func returns(of source: String) -> Set<String> {
        Set(
            definition.indicators.compactMap { indicator in
                guard case .returned(let from, let name) = indicator.subject, from.value == source else { return nil }
                return name.value
            })
    }

    /// Returns the names that partners may use for the returns of a source. These are the returns' own names, and the
    /// labels of the indicators that show the returns.
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

    /// Returns the name if it is the name of a denominator; otherwise reports it.
    package func denominator(_ name: Located<String>?) -> String? {
        guard let name else { return nil }
        guard denominators.names.contains(name.value) else {
            if knowsDenominators { unknown("denominator", name, denominators.names) }
            return nil
        }
        return name.value
    }

    /// Returns the case of the enumeration that has the name; otherwise reports the name.
    package func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: Located<String>, _ what: String)
        -> Choice?
    {
        if let choice = Choice(rawValue: name.value) { return choice }
        unknown(what, name, Choice.allCases.map(\.rawValue))
        return nil
    }

    /// Returns the positions of the areas that a table's list of areas stands for.
    package func areaPositions(_ names: [Located<String>]) -> [Int] {
        guard !names.isEmpty else { return [areas.home] }
        return names.flatMap { name -> [Int] in
            switch name.value {
            case "home": return [areas.home]
            case "peers": return areas.peers
            case "total":
                if let total = areas.total { return [total] }
                errors.report(.contradiction("'areas' has no 'total'"), at: name.position)
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

    /// Reports unknown placeholders. `others` are placeholders that are allowed only in texts of this kind.
    package func checkPlaceholders(_ text: Located<String>, and others: [String] = []) {
        let known = Placeholders.names + others
        for name in Placeholders.unknown(in: text.value, among: known) {
            unknown("placeholder", Located(name, at: text.position), known)
        }
    }
}
