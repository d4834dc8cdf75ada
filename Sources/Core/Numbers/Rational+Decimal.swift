extension Rational {
    /// The maximum number of digits in a written number: with more, exact arithmetic could overflow.
    public static let maxDigits = 15

    /// Reads a plain decimal such as `12`, `-0.5` or `26.50`. Nil for anything else, including blanks, thousands
    /// separators and exponents.
    public init?(decimal text: some StringProtocol) {
        var scaled = 0
        var scale = 1
        var digits = 0
        var afterPoint: Int?
        var bytes = Array(text.utf8)[...]
        let negative = bytes.first == UInt8(ascii: "-")
        if negative { bytes = bytes.dropFirst() }
        for byte in bytes {
            switch byte {
            case 48...57:
                digits += 1
                guard digits <= Self.maxDigits else { return nil }
                scaled = scaled * 10 + Int(byte) - 48
                if let places = afterPoint {
                    afterPoint = places + 1
                    scale *= 10
                }
            case UInt8(ascii: ".") where afterPoint == nil && digits > 0: afterPoint = 0
            default: return nil
            }
        }
        guard digits > 0, afterPoint != 0 else { return nil }
        self.init(negative ? -scaled : scaled, over: scale)
    }

    /// Returns the value times 10^`decimals`, with halves rounded away from zero, as people and Excel round. Nil when
    /// the result does not fit into 64 bits.
    public func scaled(decimals: Int) -> Int? {
        Int(exactly: scaledMagnitude(decimals)).map { numerator < 0 ? -$0 : $0 }
    }

    /// Returns whether the value prints as zeros only.
    public func printsAsZero(decimals: Int) -> Bool { scaledMagnitude(decimals) == 0 }

    /// Returns the scaled value without its sign, in 128 bits: fifteen digits and six more places do not fit into 64.
    /// Callers ask for at most 18 places.
    private func scaledMagnitude(_ decimals: Int) -> UInt128 {
        var scale: UInt128 = 1
        for _ in 0..<decimals { scale *= 10 }
        let doubled = UInt128(numerator.magnitude) * scale * 2 + UInt128(denominator)
        return doubled / (UInt128(denominator) * 2)
    }

    /// Returns the value with exactly `decimals` places, and with thousands separators when `grouped`: `-1,234.5`. The
    /// minus sign is left out when `signed` is false.
    public func formatted(decimals: Int, grouped: Bool = false, signed: Bool = true) -> String {
        let scaled = scaledMagnitude(decimals)
        var digits = String(scaled)
        if digits.count <= decimals {
            digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
        }
        var whole = String(digits.dropLast(decimals))
        if grouped {
            var parts: [Substring] = []
            var rest = whole[...]
            while rest.count > 3 {
                parts.insert(rest.suffix(3), at: 0)
                rest = rest.dropLast(3)
            }
            whole = ([rest] + parts).joined(separator: ",")
        }
        let fraction = decimals > 0 ? "." + digits.suffix(decimals) : ""
        return (signed && numerator < 0 && scaled > 0 ? "-" : "") + whole + fraction
    }

    /// The value to at most six places without trailing zeros, as in `figures.csv`.
    public var sixPlaces: String {
        guard denominator != 1 else { return String(numerator) }
        var text = formatted(decimals: 6)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
