import Core

extension PrintedCell {
    /// Reads a cell in the forms that people print: `1,130`, `-5.1%`, `Reduced by 31%`, `(12)`, `1 648 [r]`, `21.3 pp`,
    /// with thin spaces and any kind of minus. Anything else is a dash, a marker, words or blank. With `decimalComma`,
    /// it reads `1.204,5`, as most of Europe writes numbers.
    public init(_ text: String, decimalComma: Bool = false) {
        let text = decimalComma ? DecimalComma.exchanged(text) : text
        if let number = Self.digitsOnly(text) {
            self = .number(number)
            return
        }
        let plain = Self.plain(text)
        if plain.isEmpty {
            self = .blank
        } else if plain.allSatisfy({ $0 == "-" }) {
            self = .dash
        } else {
            let (bare, markers) = Self.withoutMarkers(plain)
            if bare.isEmpty, let marker = markers.first {
                self = .marker(marker)
            } else if let number = Self.signed(bare) ?? Self.inWords(bare.lowercased()) {
                self = .number(number)
            } else {
                self = .words(plain)
            }
        }
    }

    /// Reads the most common forms: `1130`, `-5.1`, `26.1%`. Returns nil for any other text, even if it is a number.
    private static func digitsOnly(_ text: String) -> PrintedNumber? {
        var (scaled, scale, digits, decimals) = (0, 1, 0, -1)
        var (isNegative, isPercent) = (false, false)
        for byte in text.utf8 {
            if isPercent { return nil }
            switch byte {
            case 0x30...0x39:
                digits += 1
                guard digits <= Rational.maxDigits else { return nil }
                scaled = scaled * 10 + Int(byte - 0x30)
                if decimals >= 0 { (decimals, scale) = (decimals + 1, scale * 10) }
            case UInt8(ascii: "-") where digits == 0 && !isNegative && decimals < 0: isNegative = true
            case UInt8(ascii: ".") where digits > 0 && decimals < 0: decimals = 0
            case UInt8(ascii: "%") where digits > 0 && decimals != 0: isPercent = true
            default: return nil
            }
        }
        guard digits > 0, decimals != 0, decimals <= PrintedNumber.maxDecimals,
            digits - max(decimals, 0) <= PrintedNumber.maxWholeDigits,
            let value = Rational(isNegative ? -scaled : scaled, over: scale)
        else { return nil }
        return PrintedNumber(value: value, decimals: max(decimals, 0), sign: isPercent ? .percent : .none)
    }

    /// Returns the text with plain spaces and hyphens, and without invisible characters.
    private static func plain(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}", "\t", "\n", "\r":
                scalars.append(" ")
            case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": scalars.append("-")
            case "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}", "\u{AD}": break
            default: scalars.append(scalar)
            }
        }
        return trimmed(String(scalars)[...])
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }

    /// Returns the text without the bracketed markers, stars and daggers at its end, and the markers.
    private static func withoutMarkers(_ text: String) -> (bare: String, markers: [String]) {
        var rest = text[...]
        var markers: [String] = []
        while true {
            if rest.last == "]", let start = rest.lastIndex(of: "[") {
                markers.insert(String(rest[start...]), at: 0)
                rest = rest[..<start]
            } else if let last = rest.last, "*† ".contains(last) {
                rest = rest.dropLast()
            } else {
                return (trimmed(rest), markers)
            }
        }
    }

    /// Reads digits with a sign or brackets, a currency and a unit.
    private static func signed(_ text: String) -> PrintedNumber? {
        var text = text
        var isNegative = false
        var sign = PrintedNumber.Sign.none
        func takeUnit() {
            for (ending, unit) in units where text.lowercased().hasSuffix(ending) {
                text = trimmed(text.dropLast(ending.count))
                sign = unit
                return
            }
        }
        takeUnit()
        if text.hasPrefix("("), text.hasSuffix(")") {
            isNegative = true
            text = trimmed(text.dropFirst().dropLast())
            if sign == .none { takeUnit() }
        }
        if let first = text.first, first == "-" || first == "+" {
            // A negative number has either brackets or a minus sign, not both.
            if isNegative { return nil }
            isNegative = first == "-"
            text = trimmed(text.dropFirst())
        }
        if let first = text.first, "£€$".contains(first) { text = trimmed(text.dropFirst()) }
        return number(text, isNegative: isNegative, sign: sign)
    }

    private static let units: [(ending: String, sign: PrintedNumber.Sign)] = [
        ("percentage points", .points), ("% points", .points), ("ppts", .points), ("ppt", .points), ("pp", .points),
        ("per cent", .percent), ("percent", .percent), ("%", .percent),
    ]

    /// Reads digits, with or without thousands separators, and with a decimal point.
    private static func number(_ text: String, isNegative: Bool, sign: PrintedNumber.Sign) -> PrintedNumber? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), var whole = parts.first.map(String.init) else { return nil }
        let groups = whole.split(omittingEmptySubsequences: false) { $0 == "," || $0 == " " || $0 == "'" }
        if groups.count > 1 {
            guard let first = groups.first, (1...3).contains(first.count),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
            whole = groups.joined()
        }
        var fraction = parts.count == 2 ? parts[1] : ""
        let exponent = exponent(&fraction)
        guard let exponent, whole.count <= PrintedNumber.maxWholeDigits, parts.count == 1 || !fraction.isEmpty else {
            return nil
        }
        let digits = (whole.isEmpty && !fraction.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
        guard let number = rounded(digits, places: fraction.count, exponent: exponent),
            let value = try? (isNegative ? -number.value : number.value)
        else { return nil }
        var printed = PrintedNumber(value: value, decimals: number.decimals, sign: sign)
        printed.isCut = number.decimals < fraction.count && exponent == 0
        return printed
    }

    /// Removes an exponent such as `E+05` from the end of a fraction and returns it. Returns 0 where there is none, and
    /// nil where the text is not an exponent.
    private static func exponent(_ fraction: inout Substring) -> Int? {
        guard let mark = fraction.firstIndex(where: { $0 == "E" || $0 == "e" }) else { return 0 }
        let power = fraction[fraction.index(after: mark)...]
        guard let first = power.first, first == "+" || first == "-", power.count <= 3, let number = Int(power) else {
            return nil
        }
        fraction = fraction[..<mark]
        return number
    }

    /// Returns the number, rounded to as many places as can be exact: programs print 17 digits, and the last of them
    /// were never measured.
    private static func rounded(_ digits: String, places: Int, exponent: Int) -> (value: Rational, decimals: Int)? {
        let whole = digits.prefix { $0 != "." }.count
        let kept = min(places, PrintedNumber.maxDecimals, max(0, Rational.maxDigits - 1 - whole))
        let text = kept < places ? String(digits.prefix(whole + 2 + kept)) : digits
        guard let value = Rational(decimal: text) else { return nil }
        let (power, decimals) = (PrintedNumber.powers[kept], max(0, kept - exponent - (kept < places ? 1 : 0)))
        guard let scale = Int(exactly: power), let steps = value.scaled(decimals: kept),
            let rounded = Rational(steps, over: scale)
        else { return nil }
        // A number that was rounded twice can be wrong by more than half a unit of the last place.
        let places = kept < places ? max(0, kept - 1) : kept
        guard exponent != 0 else { return (rounded, places) }
        guard abs(exponent) <= PrintedNumber.maxDecimals, decimals <= PrintedNumber.maxDecimals,
            let factor = Int(exactly: PrintedNumber.powers[abs(exponent)])
        else { return nil }
        let shifted = Rational(factor)
        guard let scaled = try? (exponent > 0 ? rounded * shifted : rounded.divided(by: shifted)) else { return nil }
        return (scaled, decimals)
    }

    /// Reads a change in words: `Reduced by 31%`, `increase of 5`, `up 3.2%`, `31% reduction`, `no change`.
    private static func inWords(_ text: String) -> PrintedNumber? {
        if ["no change", "unchanged"].contains(text) { return PrintedNumber(value: Rational(0), decimals: 0) }
        var words = text.split(separator: " ").map(String.init)
        guard words.count <= 4, words.count >= 2 else { return nil }
        let direction: Int
        if let first = words.first, let found = directions[first] {
            direction = found
            words.removeFirst()
            if let next = words.first, ["by", "of"].contains(next) { words.removeFirst() }
        } else if let last = words.last, let found = directions[last] {
            direction = found
            words.removeLast()
        } else {
            return nil
        }
        guard let number = signed(words.joined(separator: " ")), number.value >= Rational(0),
            let value = try? (direction < 0 ? -number.value : number.value)
        else { return nil }
        return PrintedNumber(value: value, decimals: number.decimals, sign: number.sign)
    }

    private static let directions: [String: Int] = [
        "reduced": -1, "reduction": -1, "decreased": -1, "decrease": -1, "fell": -1, "fall": -1, "fallen": -1,
        "down": -1, "lower": -1, "fewer": -1, "less": -1, "increased": 1, "increase": 1, "rose": 1, "rise": 1,
        "risen": 1, "up": 1, "higher": 1, "more": 1, "grew": 1, "growth": 1,
    ]
}
