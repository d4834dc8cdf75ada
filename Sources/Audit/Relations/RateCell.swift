/// A rate, and the count that it was calculated from.
struct RateCell {
    let place: CellPlace
    let count: Int
    let rate: Int
    let per: Int
    let subject: String
    /// The name of the rate's denominator; nil for the denominator of most rows.
    var named: String?
    /// The likely bounds of the named denominator, from its ratio to the usual one in other rates of the row.
    var likely: Bounds?

    /// Returns the denominators that the count and the rate allow; nil if either has no number, or if the count is zero.
    func implied(in network: RelationNetwork) -> Bounds? {
        let (part, result) = (network.quantities[count], network.quantities[rate])
        guard part.isStated, result.isStated, let least = part.printed.lower, least > 0,
            let most = result.printed.upper, most > 0
        else { return nil }
        let relation = Relation(kind: .rate, form: .ratio(part: 0, base: 1, result: 2, factor: Int128(per), offset: 0))
        return relation.bounds(of: 1) { [part.printed, .notNegative, result.printed][$0] }
    }
}
