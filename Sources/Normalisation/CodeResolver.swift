public import Core

/// What a code of an extract is in its classification.
enum ResolvedCode: Hashable {
    case category(Int)
    case outOfScope
    case unknown
}

/// Finds codes in a classification, in every dialect that it allows.
struct CodeResolver: Sendable {
    private let classification: Classification
    private let byText: [String: Int]
    /// The code that stands for each class of offences whose codes lie in one group, by the class's number.
    private let byClass: [Int: Int]

    init(_ classification: Classification) {
        self.classification = classification
        var byText: [String: Int] = [:]
        for (index, code) in classification.codes.enumerated() { byText[code.code] = index }
        byText.merge(classification.aliases) { own, _ in own }
        if classification.dialect == .homeOffice {
            // The reference table may write a code or an alias in any dialect, too.
            for (text, index) in byText.sorted(by: { $0.key < $1.key }) {
                guard let canonical = HomeOfficeCode(text)?.canonical, byText[canonical] == nil else { continue }
                byText[canonical] = index
            }
        }
        self.byText = byText
        byClass = classification.dialect == .homeOffice ? classification.wholeClasses : [:]
    }

    func resolve(_ text: String) -> ResolvedCode {
        guard let index = byText[text] ?? homeOfficeIndex(text) else { return .unknown }
        return classification.codes[index].group == nil ? .outOfScope : .category(index)
    }

    /// What the list says of the very code; else of the whole class, when all of it lies in one group.
    private func homeOfficeIndex(_ text: String) -> Int? {
        guard classification.dialect == .homeOffice, let code = HomeOfficeCode(text) else { return nil }
        if let index = byText[code.canonical] { return index }
        // A letter is the list's own division of a class, so that an unknown one is not known by its class.
        return code.letter == nil ? byClass[code.number] : nil
    }
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

    /// The code that stands for each class all of whose codes lie in one group: that of the class itself, else the first.
    var wholeClasses: [Int: Int] {
        classes.compactMapValues { members in
            guard Set(members.map { codes[$0].group }).count == 1 else { return nil }
            return members.first { Int(codes[$0].code) != nil } ?? members.first
        }
    }

    /// The codes of the list in the class of an unknown Home Office code; none when it is no such code or the list lacks
    /// its class.
    public func codes(inClassOf text: String) -> [Code] {
        guard dialect == .homeOffice, let number = HomeOfficeCode(text)?.number else { return [] }
        // Of some classes the list has only single numbers, as other ways to write its own codes.
        let own = classes[number] ?? []
        let others = Set(aliases.filter { HomeOfficeCode($0.key)?.number == number }.map(\.value)).sorted()
        return (own.isEmpty ? others : own).map { codes[$0] }
    }

    /// In which groups the class of an unknown code lies, for people; nil when the list lacks the class.
    public func note(onClassOf text: String) -> String? {
        let members = codes(inClassOf: text)
        guard let number = HomeOfficeCode(text)?.number, !members.isEmpty else { return nil }
        var titles: [String] = []
        for member in members {
            let title = member.group.map { groups[$0].title } ?? "out of scope"
            if !titles.contains(title) { titles.append(title) }
        }
        guard titles.count > 1 else {
            return "the codes of class \(number) are in '\(titles[0])', the group to propose"
        }
        return "class \(number) is divided between " + titles.map { "'\($0)'" }.joined(separator: " and ")
            + "; add the code with the group that it belongs to"
    }

    /// The codes probably intended, the likeliest first: a slip away, else of the same class. Of a divided class
    /// none is likelier than another.
    public func suggestions(for text: String, among names: NameIndex) -> [String] {
        let near = names.nearest(to: listForm(of: text))
        guard near.isEmpty else { return near }
        let members = codes(inClassOf: text)
        return Set(members.map(\.group)).count == 1 ? Array(members.map(\.code).prefix(3)) : []
    }

    /// The codes that are equally near to an unknown one, the nearest of all, where they lie in different groups: none is likelier
    /// than another. None where the nearest lie in one group.
    public func tied(with text: String, among names: NameIndex) -> [Code] {
        let nearest = Set(names.allNearest(to: listForm(of: text)))
        let members = codes.filter { nearest.contains($0.code) }
        return Set(members.map(\.group)).count > 1 ? members : []
    }

    /// Every way to write a code, with the code: the code itself, its aliases and its title.
    public var names: NameIndex {
        var aliasesOfCode: [Int: [String]] = [:]
        for (alias, code) in aliases.sorted(by: { $0.key < $1.key }) { aliasesOfCode[code, default: []].append(alias) }
        return NameIndex(
            codes.enumerated().flatMap { index, code in
                ([code.code] + (aliasesOfCode[index] ?? []) + [code.title]).map { (name: $0, target: code.code) }
            })
    }

    /// The text in the way in which the list writes codes, where its dialect allows another.
    public func listForm(of text: String) -> String {
        dialect == .homeOffice ? HomeOfficeCode(text)?.canonical ?? text : text
    }
}

/// A Home Office offence code in any of its dialects: class and an optional letter (`8N`, `008N`, `105A`), or class and
/// subclass (`4.4`, `4/4`, `004/04`).
struct HomeOfficeCode: Hashable {
    /// The way in which the reference table writes it: no leading zeros, `.` before the subclass. Subclass 0 is the class.
    let canonical: String
    /// The class.
    let number: Int
    /// The letter that the class is divided by; nil where there is none.
    let letter: String?

    init?(_ text: String) {
        let upper = text.uppercased()
        let parts = upper.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }
        guard (1...2).contains(parts.count), let first = parts.first else { return nil }
        let digits = first.prefix { $0.isASCII && $0.isNumber }
        let letters = first.dropFirst(digits.count)
        guard (1...3).contains(digits.count), letters.count <= 1, letters.allSatisfy({ ("A"..."Z").contains($0) }),
            let number = Int(digits)
        else { return nil }
        self.number = number
        letter = letters.isEmpty ? nil : String(letters)
        guard parts.count == 2 else {
            canonical = "\(number)\(letters)"
            return
        }
        guard letters.isEmpty, (1...2).contains(parts[1].count), parts[1].allSatisfy({ $0.isASCII && $0.isNumber }),
            let subclass = Int(parts[1])
        else { return nil }
        canonical = subclass == 0 ? "\(number)" : "\(number).\(subclass)"
    }
}
