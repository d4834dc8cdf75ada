import PipelineDefinition

/// Finds areas that are to have figures although one lies inside the other. An event in the inner area would count in
/// only one of the two, so figures would be wrong.
struct AreaNesting {
    /// An area of the table: its code, and the code of the area that it is part of.
    struct Area {
        let code, parent: String
    }

    let areas: [Area]
    let errors: DefinitionErrorCollector

    /// Reports an area that is named twice, and an area that lies inside another one. `counted` are the home area and
    /// its peers, and `total` is their sum, each with its position in the table.
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
                    "'\(areas[index].code)' is in '\(areas[outer].code)' according to the column 'parent', but the definition names "
                        + "both: name only one of the two"), at: name.position)
        }
        guard let total, !areas.contains(where: { $0.parent == areas[total.index].code }) else { return }
        errors.report(
            .contradiction(
                "no area belongs to the total '\(total.name.value)': write the total's code into the column 'parent' of each "
                    + "area that it adds up"),
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
