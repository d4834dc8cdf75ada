/// `result = factor · part / base`, where the base is positive and the part may be negative.
struct SignedRatio {
    let factor: Int128

    /// Returns the bounds of the result.
    func result(of part: Bounds, over base: Bounds) -> Bounds {
        // The smaller the base, the further the result is from zero.
        Bounds(
            lower: part.lower.flatMap { quotient($0, over: $0 < 0 ? base.lower : base.upper, up: false) },
            upper: part.upper.flatMap { quotient($0, over: $0 < 0 ? base.upper : base.lower, up: true) })
    }

    /// Returns the bounds of the part.
    func part(for result: Bounds, over base: Bounds) -> Bounds {
        Bounds(
            lower: result.lower.flatMap { product($0, times: $0 < 0 ? base.upper : base.lower, up: false) },
            upper: result.upper.flatMap { product($0, times: $0 < 0 ? base.lower : base.upper, up: true) })
    }

    /// Returns the bounds of the base: empty when part and result have different signs.
    func base(of part: Bounds, for result: Bounds) -> Bounds {
        if let least = part.lower, least > 0 {
            if let most = result.upper, most <= 0 { return Self.nothing }
            return positive(part, result)
        }
        if let most = part.upper, most < 0 {
            if let least = result.lower, least >= 0 { return Self.nothing }
            return positive(Self.negated(part), Self.negated(result))
        }
        return .notNegative
    }

    private func positive(_ part: Bounds, _ result: Bounds) -> Bounds {
        let result = result.intersection(.notNegative)
        return Bounds(
            lower: Bounds.scaledQuotient(part.lower, over: result.upper, times: factor, up: false) ?? 0,
            upper: Bounds.scaledQuotient(part.upper, over: result.lower, times: factor, up: true))
    }

    private func quotient(_ a: Int128, over b: Int128?, up: Bool) -> Int128? {
        if a < 0 {
            return Bounds.scaledQuotient(-a, over: b, times: factor, up: !up).map { -$0 } ?? (b == nil ? 0 : nil)
        }
        return Bounds.scaledQuotient(a, over: b, times: factor, up: up) ?? (b == nil && !up ? 0 : nil)
    }

    private func product(_ a: Int128, times b: Int128?, up: Bool) -> Int128? {
        if a < 0 { return Bounds.scaledProduct(-a, times: b, over: factor, up: !up).map { -$0 } }
        return Bounds.scaledProduct(a, times: b, over: factor, up: up)
    }

    private static func negated(_ bounds: Bounds) -> Bounds {
        Bounds(lower: bounds.upper.map { -$0 }, upper: bounds.lower.map { -$0 })
    }

    private static let nothing = Bounds(lower: 1, upper: 0)
}
