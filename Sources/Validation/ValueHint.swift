public import Core

/// What has probably happened to a value that breaks a rule, judged by its form. Nothing is corrected: the hint is
/// reported, so that the sender of the extract can correct the value.
public enum ValueHint {
    /// Returns a hint about the value; nil when its form shows nothing.
    public static func of(_ value: String, breaking rule: FindingRule, type: FieldType) -> String? {
        let scalars = value.unicodeScalars
        if scalars.contains(where: { [.control, .format].contains($0.properties.generalCategory) }) {
            return "it has an invisible character: remove it"
        }
        if let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last) {
            return "it has blanks before or after it: remove them"
        }
        if scalars.first == "=" { return "it is a formula: export its result" }
        if isScientific(value) {
            return "a spreadsheet has turned it into a number and lost digits: export it again as text"
        }
        if errorWords.contains(value) { return "it is a spreadsheet's error message, not a value" }
        if value.utf8.count > 2, value.utf8.allSatisfy({ $0 == UInt8(ascii: "#") }) {
            return "the column was too narrow when it was exported: widen the column and export again"
        }
        if rule != .invalidDate, isShortDate(value) {
            return rule == .invalidMonth
                ? "a spreadsheet has turned it into a date: download the file again, and do not open it in a spreadsheet"
                : "a spreadsheet has turned it into a date: export it again as text"
        }
        switch rule {
        case .invalidDate: return date(value, type)
        case .invalidMonth:
            if looksLikeMonth(value) { return "there is no such month" }
            if usualDates.contains(where: { $0.date(value) != nil }) {
                return
                    "a spreadsheet has turned it into a date: download the file again, and do not open it in a spreadsheet"
            }
        case .invalidNumber:
            let digits = value.utf8.count { (48...57).contains($0) }
            if digits > Rational.maxDigits, value.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 || $0 == 46 }) {
                return "it has more than \(Rational.maxDigits) digits"
            }
            let plain = value.filter { $0 != "," && $0 != " " && $0 != "\u{A0}" && $0 != "£" && $0 != "%" }
            if let number = Rational(decimal: plain), plain != value, looksGrouped(value) {
                return "write it without separators and signs: \(number.sixPlaces)"
            }
            if value.hasPrefix("<") || value.hasPrefix(">") || ["*", "..", "[c]", "[x]"].contains(value) {
                return "it stands for a number that is withheld or not known, so do not write 0 for it"
            }
            if case .integer = type, Rational(decimal: value) != nil {
                return "it must be a whole number, without a decimal point"
            }
        case .patternMismatch, .notInEnumeration, .unknownCategory, .unknownArea:
            if value.unicodeScalars.contains(where: { $0.value > 0x7F }), rule == .patternMismatch {
                return "it has an accented or other special character, which may only look like a plain one"
            }
        default: return nil
        }
        return nil
    }

    /// Returns whether the value is what a cell shows when it has no value: an error message, or a formula whose result was
    /// not stored.
    static func isCellWithoutValue(_ value: String) -> Bool {
        switch value.utf8.first {
        case UInt8(ascii: "#"): errorWords.contains(value)
        case UInt8(ascii: "="): value.utf8.count > 1
        default: false
        }
    }

    private static let errorWords: Set<String> = [
        "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!",
        "#GETTING_DATA", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#PYTHON!",
    ]

    /// Returns whether the value looks like `04-Apr` or `Apr-04`.
    private static func isShortDate(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        let names = (1...12).map { Month(year: 2000, month: $0).name.prefix(3) }
        func isNumber(_ text: Substring) -> Bool {
            (1...2).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
        }
        return names.contains(parts[0]) && isNumber(parts[1]) || isNumber(parts[0]) && names.contains(parts[1])
    }

    /// Forms in which spreadsheets show a date.
    private static let usualDates = ["d/m/yyyy", "d-mmm-yyyy", "yyyy-mm-dd", "d.m.yyyy"].compactMap { DateForm($0) }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    /// Returns whether the value looks like `1.23E+05`.
    private static func isScientific(_ value: String) -> Bool {
        let parts = value.split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let sign = parts[1].first, sign == "+" || sign == "-" else { return false }
        return Rational(decimal: parts[0]) != nil && parts[1].dropFirst().allSatisfy { ("0"..."9").contains($0) }
            && parts[1].count > 1
    }

    /// Returns whether the value looks like a month, such as `2019-13` or `2019-00`.
    private static func looksLikeMonth(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].utf8.count == 4 && parts[1].utf8.count == 2
            && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    }

    private static func looksGrouped(_ value: String) -> Bool { value.contains { $0.isNumber } }

    private static func date(_ value: String, _ type: FieldType) -> String? {
        // Spreadsheets count days since 30 December 1899. The range is from 1970 to the end of 2099.
        if let serial = Int32(value), (25_569...73_050).contains(serial) {
            return "spreadsheets store dates as such numbers: as a date it is \(CalendarDate(day: serial - 25_569))"
        }
        guard case .date(let forms) = type else { return nil }
        // The value is a date, but its month is outside the range that can be counted.
        if type.date(value) != nil { return "the year is too early or too late" }
        guard let (form, reading) = forms.lazy.compactMap({ form in form.reading(of: value).map { (form, $0) } }).first
        else { return nil }
        if !(1...12).contains(reading.month) {
            return
                "there is no month \(Digits.padded(reading.month, to: 2)); perhaps day and month are swapped"
        }
        return form.hasTime ? "there is no such day or time" : "the calendar has no such day"
    }
}
