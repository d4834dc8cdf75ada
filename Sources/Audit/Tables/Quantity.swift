/// One number of a network of relations: a printed one, or one that is needed but printed nowhere.
struct Quantity: Sendable {
    /// Where it is printed; nil for a denominator or the like.
    let place: CellPlace?
    /// What it can be by what is printed; everything that it could be when nothing is.
    let printed: Bounds
    /// What it could be if what is printed were wrong.
    let conceivable: Bounds
    /// Whether it is a count.
    let isWhole: Bool
    /// Places and sign in which it is printed, or would be.
    let decimals: Int
    let sign: PrintedNumber.Sign
    /// Whether a number is printed, so that it can be wrong.
    let isStated: Bool
    /// Whether it is known from elsewhere and beyond doubt.
    let isGiven: Bool

    /// A printed number.
    static func stated(
        _ number: PrintedNumber, at place: CellPlace, isWhole: Bool, conceivable: Bounds
    ) -> Quantity {
        Quantity(
            place: place, printed: isWhole ? number.exactBounds : number.roundedBounds, conceivable: conceivable,
            isWhole: isWhole, decimals: number.decimals, sign: number.sign, isStated: true, isGiven: false)
    }

    /// A cell without a number.
    static func absent(
        at place: CellPlace, isWhole: Bool, conceivable: Bounds, decimals: Int, sign: PrintedNumber.Sign
    ) -> Quantity {
        Quantity(
            place: place, printed: conceivable, conceivable: conceivable, isWhole: isWhole, decimals: decimals,
            sign: sign, isStated: false, isGiven: false)
    }

    /// Something that no cell shows.
    static func hidden(_ bounds: Bounds, isWhole: Bool = false) -> Quantity {
        Quantity(
            place: nil, printed: bounds, conceivable: bounds, isWhole: isWhole, decimals: 0, sign: .none,
            isStated: false, isGiven: false)
    }

    /// Something that is known.
    static func given(_ bounds: Bounds) -> Quantity {
        Quantity(
            place: nil, printed: bounds, conceivable: bounds, isWhole: false, decimals: 0, sign: .none,
            isStated: false, isGiven: true)
    }

    /// Whether its value follows from others.
    var isOpen: Bool { !isStated && !isGiven }
}
