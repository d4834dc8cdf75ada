/// A relation that printed numbers must satisfy, whatever their true values were before they were rounded.
struct Relation: Hashable, Sendable {
    /// The kind of relation, as reports name it.
    enum Kind: String, CaseIterable, Sendable {
        /// A row is the sum of other rows.
        case sumOfRows = "sum-of-rows"
        /// A column is the sum of other columns.
        case sumOfColumns = "sum-of-columns"
        /// A row is at least the sum of other rows, which are only some of its parts.
        case partsOfRow = "parts-of-row"
        /// A change is the later figure less the earlier one.
        case difference
        /// A change is a percentage of the earlier figure.
        case percentChange = "percent-change"
        /// A change is the difference of two percentages, in points.
        case points
        /// A rate is a count per 1,000, or another multiple, of a denominator.
        case rate
        /// The denominators of areas add up to the denominator of the whole area.
        case sumOfDenominators = "sum-of-denominators"
        /// A share is a percentage of a whole.
        case share
        /// A figure is one figure divided by another.
        case quotient
        /// The shares of one whole add up to 100.
        case shares
        /// The year to date is the sum of its quarters.
        case yearToDate = "year-to-date"
        /// The same figure is printed in two places.
        case sameFigure = "same-figure"
    }

    /// The arithmetic of the relation.
    enum Form: Hashable, Sendable {
        /// The total is the sum of the parts.
        case sum(total: Int, parts: [Int])
        /// `result = factor · part / base − offset`; part, base and result + offset are not negative.
        case ratio(part: Int, base: Int, result: Int, factor: Int128, offset: Int128)
        /// `result = factor · part / base`; the base is positive, and the others have the same sign.
        case signedRatio(part: Int, base: Int, result: Int, factor: Int128)
    }

    let kind: Kind
    let form: Form
    /// Whether an exception to the relation need not be an error.
    let isDoubtful: Bool

    init(kind: Kind, form: Form, isDoubtful: Bool = false) {
        self.kind = kind
        self.form = form
        self.isDoubtful = isDoubtful
    }

    /// The quantities in the relation.
    var quantities: [Int] {
        switch form {
        case .sum(let total, let parts): [total] + parts
        case .ratio(let part, let base, let result, _, _), .signedRatio(let part, let base, let result, _):
            [part, base, result]
        }
    }

    /// Returns the bounds of the quantity that follow from the bounds of the others.
    func bounds(of quantity: Int, given bounds: (Int) -> Bounds) -> Bounds {
        switch form {
        case .sum(let total, let parts):
            if quantity == total { return parts.reduce(.exactly(0)) { $0 + bounds($1) } }
            return parts.reduce(bounds(total)) { $1 == quantity ? $0 : $0 - bounds($1) }
        case .signedRatio(let part, let base, let result, let factor):
            let ratio = SignedRatio(factor: factor)
            if quantity == result { return ratio.result(of: bounds(part), over: bounds(base)) }
            if quantity == part { return ratio.part(for: bounds(result), over: bounds(base)) }
            return ratio.base(of: bounds(part), for: bounds(result))
        case .ratio(let part, let base, let result, let factor, let offset):
            let shift = Bounds(lower: offset, upper: offset)
            if quantity == result {
                let (a, b) = (bounds(part), bounds(base))
                return Bounds(
                    lower: Bounds.scaledQuotient(a.lower, over: b.upper, times: factor, up: false) ?? 0,
                    upper: Bounds.scaledQuotient(a.upper, over: b.lower, times: factor, up: true)) - shift
            }
            let r = (bounds(result) + shift).intersection(.notNegative)
            if r.isEmpty { return Bounds(lower: 1, upper: 0) }
            if quantity == part {
                let b = bounds(base)
                return Bounds(
                    lower: Bounds.scaledProduct(r.lower, times: b.lower, over: factor, up: false) ?? 0,
                    upper: Bounds.scaledProduct(r.upper, times: b.upper, over: factor, up: true))
            }
            let a = bounds(part)
            return Bounds(
                lower: Bounds.scaledQuotient(a.lower, over: r.upper, times: factor, up: false) ?? 0,
                upper: Bounds.scaledQuotient(a.upper, over: r.lower, times: factor, up: true))
        }
    }
}
