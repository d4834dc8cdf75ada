/// A Home Office offence code in any of its dialects: class and an optional letter (`8N`, `008N`, `105A`), or class and
/// subclass (`4.4`, `4/4`, `004/04`).
struct HomeOfficeCode: Hashable {
    /// The form in the reference table: no leading zeros, and `.` before the subclass. Subclass 0 is the class itself.
    let canonical: String
    /// The number of the class.
    let number: Int
    /// The letter that divides the class; nil if there is none.
    let letter: String?
    /// Whether the text names a whole class, such as `28`, `028` or `028/00`.
    var isWholeClass: Bool { canonical == "\(number)" }

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
