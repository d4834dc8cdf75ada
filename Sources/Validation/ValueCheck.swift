import Core

/// One rule about one value. In a coded column, a rule checks each distinct value once, however many rows have it.
protocol ValueCheck: Sendable {
    /// Returns the rule that the value breaks; nil when it breaks none.
    func fault(in value: String) -> FindingRule?
}

/// Requires the value to be of the field's type.
struct TypeCheck: ValueCheck {
    let type: FieldType

    func fault(in value: String) -> FindingRule? {
        switch type {
        case .string: nil
        case .integer:
            Rational(decimal: value).map { $0.denominator == 1 && !value.contains(".") } == true ? nil : .invalidNumber
        case .number: Rational(decimal: value) == nil ? .invalidNumber : nil
        case .boolean(let yes, let no): yes.contains(value) || no.contains(value) ? nil : .invalidBoolean
        case .date: type.date(value) == nil ? .invalidDate : nil
        case .yearmonth: Month(value) == nil ? .invalidMonth : nil
        }
    }
}

/// Requires the value to be in a list.
struct EnumerationCheck: ValueCheck {
    private let allowed: Set<String>
    private let ignoresCase: Bool

    /// Creates a check of a list. Case is ignored for reasons, which people write with or without capitals.
    init(allowed: Set<String>, ignoresCase: Bool = false) {
        self.ignoresCase = ignoresCase
        self.allowed = ignoresCase ? Set(allowed.map { $0.lowercased() }) : allowed
    }

    func fault(in value: String) -> FindingRule? {
        allowed.contains(ignoresCase ? value.lowercased() : value) ? nil : .notInEnumeration
    }
}

/// Requires the value to lie between the minimum and the maximum, compared according to the field's type.
struct RangeCheck: ValueCheck {
    let type: FieldType
    let minimum: String?
    let maximum: String?

    func fault(in value: String) -> FindingRule? {
        if let minimum, precedes(value, minimum) { return .belowMinimum }
        if let maximum, precedes(maximum, value) { return .aboveMaximum }
        return nil
    }

    /// Returns whether `a` is less than `b`; false when either is not of the type, which another rule reports.
    private func precedes(_ a: String, _ b: String) -> Bool {
        switch type {
        case .integer, .number: ordered(Rational(decimal: a), Rational(decimal: b))
        // A bound may be an ISO date, whatever the form of the file's dates.
        case .date: ordered(type.date(a) ?? Self.iso?.date(a), type.date(b) ?? Self.iso?.date(b))
        case .yearmonth: ordered(Month(a), Month(b))
        case .string, .boolean: false
        }
    }

    private func ordered<Value: Comparable>(_ a: Value?, _ b: Value?) -> Bool {
        guard let a, let b else { return false }
        return a < b
    }

    private static let iso = DateForm("yyyy-mm-dd")
}

/// Requires the value's number of characters to be in a range.
struct LengthCheck: ValueCheck {
    let range: ClosedRange<Int>

    func fault(in value: String) -> FindingRule? { range.contains(value.unicodeScalars.count) ? nil : .wrongLength }
}
