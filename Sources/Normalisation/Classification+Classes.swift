public import Core

/// A class of Home Office offences that can be counted by its number alone.
struct WholeClass: Hashable {
    /// The code that stands for the class.
    let standing: Int
    /// The codes of the class, in the order of the list.
    let members: [Int]
}

extension Classification {
    /// The codes of each Home Office class, by its number, in the order of the list.
    private var classes: [Int: [Int]] {
        var classes: [Int: [Int]] = [:]
        for (index, code) in codes.enumerated() {
            guard let number = HomeOfficeCode(code.code)?.number else { continue }
            classes[number, default: []].append(index)
        }
        return classes
    }

    /// The classes that can be counted by their number alone. All codes of such a class are in one group, or else the
    /// list has a code of their nearest common group itself.
    var wholeClasses: [Int: WholeClass] {
        classes.compactMapValues { members in
            guard Set(members.map { codes[$0].group }).count == 1 else {
                return undivided(over: members).map { WholeClass(standing: $0, members: members) }
            }
            return (members.first { Int(codes[$0].code) != nil } ?? members.first).map {
                WholeClass(standing: $0, members: members)
            }
        }
    }

    /// Returns the code under which an event of the class counts in the period: that of the class's codes in use, if
    /// they are in one group, or else the one that stands for all of them. Nil if none was in use.
    func code(of whole: WholeClass, in period: Period) -> Int? {
        let group = codes[whole.standing].group
        let inUse = whole.members.filter { isInUse($0, in: period) }
        let parts = inUse.filter { codes[$0].group != group }
        let members = parts.isEmpty ? inUse : parts
        let isCertain = Set(members.map { codes[$0].group }).count == 1 && !members.contains(whole.standing)
        if isCertain { return members.first }
        return isInUse(whole.standing, in: period) ? whole.standing : nil
    }

    /// Whether any code of the class was not always in use.
    func changesWithTime(_ whole: WholeClass) -> Bool { whole.members.contains { codes[$0].time != nil } }

    /// Returns the codes in the class of an unknown Home Office code. Empty if the text is not such a code, or if the
    /// list lacks its class.
    public func codes(inClassOf text: String) -> [Code] {
        guard dialect == .homeOffice, let number = HomeOfficeCode(text)?.number else { return [] }
        // The list has some classes only as aliases of its codes.
        let own = classes[number] ?? []
        let others = Set(aliases.filter { HomeOfficeCode($0.key)?.number == number }.map(\.value)).sorted()
        return (own.isEmpty ? others : own).map { codes[$0] }
    }

    /// Returns a note on the groups of an unknown code's class; nil if the list lacks the class.
    public func note(onClassOf text: String) -> String? {
        let members = codes(inClassOf: text)
        guard let number = HomeOfficeCode(text)?.number, !members.isEmpty else { return nil }
        var titles: [String] = []
        for member in members {
            let title = member.group.map { groups[$0].title } ?? "out of scope"
            if !titles.contains(title) { titles.append(title) }
        }
        if titles.count > 1, let common = commonGroup(ofCodes: members) {
            titles = [groups[common].title]
        }
        guard titles.count > 1 else {
            return "all codes of class \(number) are in '\(titles[0])', so propose this group"
        }
        return "class \(number) is divided between " + titles.map { "'\($0)'" }.joined(separator: " and ")
            + "; add the code with the group that it belongs to"
    }

    /// Returns the codes that were probably intended, the likeliest first: those with nearly the same text, or else
    /// those of the same class. If a class is divided between groups, none of its codes is likelier than another. A code
    /// of their common group is then suggested, if the list has one.
    public func suggestions(for text: String, among names: NameIndex) -> [String] {
        let near = names.allNearest(to: listForm(of: text))
        guard near.isEmpty else {
            // Codes of several sub-groups are equally near, so that only their common group is certain.
            return undivided(overCodes: codes.filter { near.contains($0.code) }).map { [$0.code] }
                ?? names.nearest(to: listForm(of: text))
        }
        let members = codes(inClassOf: text)
        if let common = undivided(overCodes: members) { return [common.code] }
        return Set(members.map(\.group)).count == 1 ? Array(members.map(\.code).prefix(3)) : []
    }

    /// Returns the code of the nearest common group of codes in several groups; nil if they are in one group, or if the
    /// list has no such code.
    private func undivided(overCodes members: [Code]) -> Code? {
        guard Set(members.map(\.group)).count > 1 else { return nil }
        return undivided(over: codes.indices.filter { members.contains(codes[$0]) }).map { codes[$0] }
    }

    /// Returns the nearest common group of codes in several groups, if the list has a code of that group itself.
    private func commonGroup(ofCodes members: [Code]) -> Int? { undivided(overCodes: members)?.group }

    /// Returns the codes nearest to an unknown code if several are equally near and lie in different groups, so that
    /// none is likelier than another. Empty if the nearest codes lie in one group.
    public func tied(with text: String, among names: NameIndex) -> [Code] {
        let nearest = Set(names.allNearest(to: listForm(of: text)))
        let members = codes.filter { nearest.contains($0.code) }
        return Set(members.map(\.group)).count > 1 && undivided(overCodes: members) == nil ? members : []
    }

    /// All ways to write a code, each with its code: the code itself, its aliases and its title.
    public var names: NameIndex {
        var aliasesOfCode: [Int: [String]] = [:]
        for (alias, code) in aliases.sorted(by: { $0.key < $1.key }) { aliasesOfCode[code, default: []].append(alias) }
        return NameIndex(
            codes.enumerated().flatMap { index, code in
                ([code.code] + (aliasesOfCode[index] ?? []) + [code.title]).map { (name: $0, target: code.code) }
            })
    }

    /// Returns the text in the form in which the list writes codes, if its dialect allows other forms.
    public func listForm(of text: String) -> String {
        dialect == .homeOffice ? HomeOfficeCode(text)?.canonical ?? text : text
    }
}
