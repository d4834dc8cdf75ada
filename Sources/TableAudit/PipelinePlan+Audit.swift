public import Audit
import Core
import Indicators
public import Records

extension PipelinePlan {
    /// An auditor with the definition's denominators, and with its trees under every label that the tables use.
    public var auditor: Auditor { Auditor(trees: auditTrees, denominators: auditDenominators) }

    private var auditTrees: [KnownTree] {
        sources.compactMap { source in
            guard let classification = source.classification else { return nil }
            let labels = labels(of: source, classification)
            let groups = classification.groups.enumerated().map { index, group in
                KnownTree.Group(
                    name: group.name, parent: group.parent.map { classification.groups[$0].name },
                    aliases: [group.title] + labels.filter { $0.group == index }.map(\.label))
            }
            let tableLabels = labels.map { label in
                KnownTree.TableLabel(
                    table: label.table, section: label.section, label: label.label,
                    group: classification.groups[label.group].name)
            }
            return KnownTree(name: source.name, groups: groups, tableLabels: tableLabels)
        }
    }

    private struct GroupLabel {
        let table, section, label: String
        let group: Int
    }

    /// Returns the labels of rows that count exactly one whole group of the source.
    private func labels(of source: Source, _ classification: Classification) -> [GroupLabel] {
        let codes = classification.groups.indices.map { Set(classification.codes(within: $0)) }
        var labels: [GroupLabel] = []
        for table in tables {
            for row in table.rows {
                guard case .events(let name, let categories, let flag) = row.indicator.subject,
                    name == source.name, flag == nil, !categories.isEmpty,
                    let group = self.group(of: row.indicator.name, categories, codes, classification)
                else { continue }
                for section in [row.section, row.sectionTitle] {
                    labels.append(
                        GroupLabel(table: table.id, section: section, label: filled(row.label), group: group))
                }
            }
        }
        return labels
    }

    /// Returns the group with exactly these codes: the group of this name or, if there is none, the first group.
    private func group(
        of name: String, _ categories: Set<Int>, _ codes: [Set<Int>], _ classification: Classification
    ) -> Int? {
        let fitting = codes.indices.filter { codes[$0] == categories }
        return fitting.first { classification.groups[$0].name == name } ?? fitting.first
    }

    /// Returns the label with the names of areas filled in.
    private func filled(_ text: String) -> String {
        Placeholders(plan: self, quarter: FinancialQuarter(containing: Month(year: 2000, month: 4))).fill(text)
    }

    var auditDenominators: [Audit.Denominator] {
        denominators.all.flatMap { denominator in
            denominator.values.sorted { $0.key < $1.key }.map { area, value in
                let own = areas.byName.filter { $0.value == area }.map(\.key).sorted()
                return Audit.Denominator(
                    title: denominator.title,
                    areaNames: own + [areas.areas[area].name, areas.areas[area].shortName], value: value)
            }
        }
    }
}
