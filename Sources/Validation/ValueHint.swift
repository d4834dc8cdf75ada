public import Tabular

/// What has probably happened to a value that breaks a rule, told by its looks. Nothing is put right: it is said, so that
/// whoever sends the extract can.
public enum ValueHint {
    /// Nil when the value looks like nothing in particular.
    public static func of(_ value: String, breaking rule: FindingRule, type: FieldType) -> String? {
        let scalars = value.unicodeScalars
        if scalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
            return "it holds a control character: remove it"
        }
        if let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last) {
            return "it has blanks around it: remove them"
        }
        if scalars.first == "=" { return "it is a formula: export its result" }
        if isScientific(value) {
            return "a spreadsheet has made a number of it and lost digits: export it again as text"
        }
        switch rule {
        case .invalidDate: return date(value, type)
        case .invalidMonth:
            if looksLikeMonth(value) { return "there is no such month" }
        case .invalidNumber:
            let plain = value.filter { $0 != "," && $0 != " " && $0 != "\u{A0}" && $0 != "£" && $0 != "%" }
            if let number = Rational(decimal: plain), plain != value, looksGrouped(value) {
                return "write it without separators and signs: \(number.sixPlaces)"
            }
            if case .integer = type, Rational(decimal: value) != nil { return "it must be whole, without a decimal point" }
        case .patternMismatch, .notInEnumeration, .unknownCategory, .unknownArea:
            if value.unicodeScalars.contains(where: { $0.value > 0x7F }), rule == .patternMismatch {
                return "it holds a character that only looks like a plain one"
            }
        default: return nil
        }
        return nil
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar == "\u{FEFF}" }

    /// `1.23E+05`.
    private static func isScientific(_ value: String) -> Bool {
        let parts = value.split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let sign = parts[1].first, sign == "+" || sign == "-" else { return false }
        return Rational(decimal: parts[0]) != nil && parts[1].dropFirst().allSatisfy { ("0"..."9").contains($0) }
            && parts[1].count > 1
    }

    /// `2019-13`, `2019-00`.
    private static func looksLikeMonth(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count == 4 && parts[1].utf8.count == 2
            && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    }

    private static func looksGrouped(_ value: String) -> Bool { value.contains { $0.isNumber } }

    private static func date(_ value: String, _ type: FieldType) -> String? {
        // Days since 30 December 1899, as spreadsheets count them; from 1970 to 2100.
        if let serial = Int32(value), (25_569...73_050).contains(serial) {
            return "a spreadsheet stores dates so; if it is one, it is \(CalendarDate(day: serial - 25_569))"
        }
        guard case .date(let forms) = type else { return nil }
        let digits = value.utf8.map { (48...57).contains($0) ? UInt8(48) : $0 }
        let isInForm = forms.contains { form in
            form.text.utf8.count == value.utf8.count
                && zip(form.text.utf8, digits).allSatisfy { (97...122).contains($0) ? $1 == 48 : $0 == $1 }
        }
        return isInForm ? "the calendar has no such day, or the day no such time" : nil
    }
}
