/// Codes that do not say to which sub-group of their group an event belongs.
extension Classification {
    /// Returns the nearest group that holds all the codes. Nil if one of them is out of scope, or if they have no group
    /// in common.
    public func commonGroup(of members: [Int]) -> Int? {
        guard let first = members.first.flatMap({ codes[$0].group }) else { return nil }
        var candidate: Int? = first
        while let group = candidate {
            let holdsAll = members.allSatisfy { codes[$0].group.map { isGroup($0, within: group) } ?? false }
            if holdsAll { return group }
            candidate = groups[group].parent
        }
        return nil
    }

    /// Returns the code that stands for all the codes without dividing them: a code of their nearest common group
    /// itself. Nil if the list has no such code, so that the codes have too little in common to be counted together.
    public func undivided(over members: [Int]) -> Int? {
        guard let group = commonGroup(of: members) else { return nil }
        return codes.firstIndex { $0.group == group }
    }

    /// Returns the codes outside the set whose events may belong to it: their group has a sub-group with codes of the
    /// set.
    public func undivided(beside categories: Set<Int>) -> Set<Int> {
        let own = Set(categories.compactMap { codes[$0].group })
        return Set(
            codes.indices.filter { code in
                guard !categories.contains(code), let group = codes[code].group else { return false }
                return own.contains { $0 != group && isGroup($0, within: group) }
            })
    }

    /// Whether any code is in a group that has sub-groups with codes.
    public var hasUndividedCodes: Bool {
        let used = Set(codes.compactMap(\.group))
        return used.contains { group in used.contains { $0 != group && isGroup($0, within: group) } }
    }
}
