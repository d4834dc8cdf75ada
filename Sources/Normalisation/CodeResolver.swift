public import Core

/// The meaning of an extract's code in its classification.
enum ResolvedCode: Hashable {
    case category(Int)
    case outOfScope
    case unknown
}

/// Finds codes in a classification, in every dialect that the classification allows.
struct CodeResolver: Sendable {
    private let classification: Classification
    private let byText: [String: Int]
    /// The code that stands for each class of offences, by the class's number, if all codes of the class are in one
    /// group.
    private let byClass: [Int: Int]

    init(_ classification: Classification) {
        self.classification = classification
        var byText: [String: Int] = [:]
        for (index, code) in classification.codes.enumerated() { byText[code.code] = index }
        byText.merge(classification.aliases) { own, _ in own }
        if classification.dialect == .homeOffice {
            // The reference table may also write a code or an alias in any dialect.
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

    /// Returns the position of the code itself. If the list lacks it, returns the position of its class if all codes of
    /// the class are in one group.
    private func homeOfficeIndex(_ text: String) -> Int? {
        guard classification.dialect == .homeOffice, let code = HomeOfficeCode(text) else { return nil }
        if let index = byText[code.canonical] { return index }
        // A letter is the list's own division of a class, so that the class does not show the meaning of an unknown
        // letter.
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

    /// The code that stands for each class with all its codes in one group: the code of the class itself, or else the
    /// first.
    var wholeClasses: [Int: Int] {
        classes.compactMapValues { members in
            guard Set(members.map { codes[$0].group }).count == 1 else { return nil }
            return members.first { Int(codes[$0].code) != nil } ?? members.first
        }
    }

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
        guard titles.count > 1 else {
            return "all codes of class \(number) are in '\(titles[0])', so propose this group"
        }
        return "class \(number) is divided between " + titles.map { "'\($0)'" }.joined(separator: " and ")
            + "; add the code with the group that it belongs to"
    }

    /// Returns the codes that were probably intended, the likeliest first: codes with nearly the same text, or else
    /// codes of the same class. If a class is divided between groups, none of its codes is likelier than another.
    public func suggestions(for text: String, among names: NameIndex) -> [String] {
        let near = names.nearest(to: listForm(of: text))
        guard near.isEmpty else { return near }
        let members = codes(inClassOf: text)
        return Set(members.map(\.group)).count == 1 ? Array(members.map(\.code).prefix(3)) : []
    }

    /// Returns the codes nearest to an unknown code if several are equally near and lie in different groups, so that
    /// none is likelier than another. Empty if the nearest codes lie in one group.
    public func tied(with text: String, among names: NameIndex) -> [Code] {
        let nearest = Set(names.allNearest(to: listForm(of: text)))
        let members = codes.filter { nearest.contains($0.code) }
        return Set(members.map(\.group)).count > 1 ? members : []
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

/// A Home Office offence code in any of its dialects: class and an optional letter (`8N`, `008N`, `105A`), or class and
/// subclass (`4.4`, `4/4`, `004/04`).
struct HomeOfficeCode: Hashable {
    /// The form in the reference table: no leading zeros, and `.` before the subclass. Subclass 0 is the class itself.
    let canonical: String
    /// The number of the class.
    let number: Int
    /// The letter that divides the class; nil if there is none.
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
