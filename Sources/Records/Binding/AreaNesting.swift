import PipelineDefinition

/// Finds areas that lie inside one another although figures are for both. An event of the inner area would count in
/// only one of them, so that their sum would be too small or too large.
struct AreaNesting {
    /// An area of the table: its code, and the code of the area that it is part of.
    struct Area {
        let code, parent: String
    }

    let areas: [Area]
    let errors: DefinitionErrorCollector

    /// Reports areas that are named twice or lie inside one another. `counted` are the home area and its peers, and
    /// `total` is their sum, each with its position in the table.
    func check(counted: [(name: Located<String>, index: Int)], total: (name: Located<String>, index: Int)?) {
        var seen: Set<Int> = []
        for (name, index) in counted {
            guard seen.insert(index).inserted else {
                errors.report(
                    .contradiction("the area '\(name.value)' is named twice among 'home' and 'peers': name it once"),
                    at: name.position)
                continue
            }
            if index == total?.index {
                errors.report(
                    .contradiction("'\(name.value)' is also the total, which is a sum and has no events of its own"),
                    at: name.position)
            }
            let outer = ancestors(of: index).first { ancestor in counted.contains { $0.index == ancestor } }
            guard let outer else { continue }
            errors.report(
                .contradiction(
                    "'\(areas[index].code)' is in '\(areas[outer].code)' according to the column 'parent', and figures are for "
                        + "both: name only one of them"), at: name.position)
        }
        guard let total, !areas.contains(where: { $0.parent == areas[total.index].code }) else { return }
        errors.report(
            .contradiction(
                "no area belongs to '\(total.name.value)': write its code into the column 'parent' of its areas"),
            at: total.name.position)
    }

    /// Returns the areas that the given area is part of, the nearest first. If the table is circular, the list ends
    /// before an area would be repeated.
    private func ancestors(of index: Int) -> [Int] {
        var found: [Int] = []
        var next = areas.firstIndex { $0.code == areas[index].parent }
        while let ancestor = next, !found.contains(ancestor), ancestor != index {
            found.append(ancestor)
            next = areas.firstIndex { $0.code == areas[ancestor].parent }
        }
        return found
    }
}
