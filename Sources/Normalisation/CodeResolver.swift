import Core

/// The meaning of an extract's code in its classification.
enum ResolvedCode: Hashable {
    case category(Int)
    /// Any code of a class whose codes were not always in use. The month decides which of them counts.
    case wholeClass(WholeClass)
    case outOfScope
    case unknown
}

/// Finds codes in a classification, in every dialect that the classification allows.
struct CodeResolver: Sendable {
    private let classification: Classification
    private let byText: [String: Int]
    /// The classes of offences that can be counted by the class's number alone.
    private let byClass: [Int: WholeClass]

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
        let code = classification.dialect == .homeOffice ? HomeOfficeCode(text) : nil
        // The bare number of a class may have been a code of its own once, as 29 was.
        if let code, code.isWholeClass, let whole = changingClass(code.number) { return .wholeClass(whole) }
        if let index = byText[text] ?? code.flatMap({ byText[$0.canonical] }) { return meaning(of: index) }
        // A letter is the list's own division of a class, so that the class does not show the meaning of an unknown
        // letter.
        guard let code, code.letter == nil, let whole = byClass[code.number] else { return .unknown }
        return changingClass(code.number).map(ResolvedCode.wholeClass) ?? meaning(of: whole.standing)
    }

    private func meaning(of index: Int) -> ResolvedCode {
        classification.codes[index].group == nil ? .outOfScope : .category(index)
    }

    private func changingClass(_ number: Int) -> WholeClass? {
        byClass[number].flatMap { whole in
            classification.codes[whole.standing].group != nil && classification.changesWithTime(whole) ? whole : nil
        }
    }
}
