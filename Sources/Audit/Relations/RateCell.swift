/// A rate beside the number that it is of.
struct RateCell {
    let place: CellPlace
    let count: Int
    let rate: Int
    let per: Int
    let subject: String
    /// The denominator that is named; nil for that of most rows.
    var named: String?
    /// What that can be, by what it is elsewhere in proportion to the usual one.
    var likely: Bounds?

    /// The denominators that both allow; nil when they do not say, for want of a number or of an event.
    func implied(in network: RelationNetwork) -> Bounds? {
        let (part, result) = (network.quantities[count], network.quantities[rate])
        guard part.isStated, result.isStated, let least = part.printed.lower, least > 0,
            let most = result.printed.upper, most > 0
        else { return nil }
        let relation = Relation(kind: .rate, form: .ratio(part: 0, base: 1, result: 2, factor: Int128(per), offset: 0))
        return relation.bounds(of: 1) { [part.printed, .notNegative, result.printed][$0] }
    }
}
