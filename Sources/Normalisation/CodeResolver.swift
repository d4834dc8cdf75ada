public import Tabular

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
    }

    func resolve(_ text: String) -> ResolvedCode {
        guard let index = byText[text] ?? dialectForm(of: text).flatMap({ byText[$0] }) else { return .unknown }
        return classification.codes[index].group == nil ? .outOfScope : .category(index)
    }

    private func dialectForm(of text: String) -> String? {
        switch classification.dialect {
        case .exact: nil
        case .homeOffice: HomeOfficeCode(text)?.canonical
        }
    }

}

extension Classification {
    /// Every way in which somebody may write a code, with the code: the code itself, its aliases and its title.
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
    /// The way in which the reference table writes it: no leading zeros, `.` before the subclass.
    let canonical: String

    init?(_ text: String) {
        let upper = text.uppercased()
        let parts = upper.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }
        guard (1...2).contains(parts.count), let first = parts.first else { return nil }
        let digits = first.prefix { $0.isASCII && $0.isNumber }
        let letters = first.dropFirst(digits.count)
        guard (1...3).contains(digits.count), letters.count <= 1, letters.allSatisfy({ ("A"..."Z").contains($0) }),
            let number = Int(digits)
        else { return nil }
        guard parts.count == 2 else {
            canonical = "\(number)\(letters)"
            return
        }
        guard letters.isEmpty, (1...2).contains(parts[1].count), parts[1].allSatisfy({ $0.isASCII && $0.isNumber }),
            let subclass = Int(parts[1])
        else { return nil }
        canonical = "\(number).\(subclass)"
    }
}
