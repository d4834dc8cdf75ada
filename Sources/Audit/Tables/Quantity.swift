/// One number in a network of relations. It is printed, or it is needed but printed nowhere.
struct Quantity: Sendable {
    /// The number's cell; nil for a number that has no cell, such as a denominator.
    let place: CellPlace?
    /// The values that the printed figure allows; all conceivable values where no figure is printed.
    let printed: Bounds
    /// The values that are possible if the printed figure is wrong.
    let conceivable: Bounds
    /// Whether the number is a count.
    let isWhole: Bool
    /// The decimal places and the unit with which the number is, or would be, printed.
    let decimals: Int
    let sign: PrintedNumber.Sign
    /// Whether a figure is printed, so that it can be wrong.
    let isStated: Bool
    /// Whether the value comes from elsewhere and is not in doubt.
    let isGiven: Bool

    /// Returns the quantity of a printed number.
    static func stated(
        _ number: PrintedNumber, at place: CellPlace, isWhole: Bool, conceivable: Bounds
    ) -> Quantity {
        Quantity(
            place: place, printed: isWhole ? number.exactBounds : number.roundedBounds, conceivable: conceivable,
            isWhole: isWhole, decimals: number.decimals, sign: number.sign, isStated: true, isGiven: false)
    }

    /// Returns the quantity of a cell without a number.
    static func absent(
        at place: CellPlace, isWhole: Bool, conceivable: Bounds, decimals: Int, sign: PrintedNumber.Sign
    ) -> Quantity {
        Quantity(
            place: place, printed: conceivable, conceivable: conceivable, isWhole: isWhole, decimals: decimals,
            sign: sign, isStated: false, isGiven: false)
    }

    /// Returns a quantity that no cell shows.
    static func hidden(_ bounds: Bounds, isWhole: Bool = false) -> Quantity {
        Quantity(
            place: nil, printed: bounds, conceivable: bounds, isWhole: isWhole, decimals: 0, sign: .none,
            isStated: false, isGiven: false)
    }

    /// Returns a quantity with a known value.
    static func given(_ bounds: Bounds) -> Quantity {
        Quantity(
            place: nil, printed: bounds, conceivable: bounds, isWhole: false, decimals: 0, sign: .none,
            isStated: false, isGiven: true)
    }

    /// Whether the value is neither printed nor given, so that it follows from other quantities.
    var isOpen: Bool { !isStated && !isGiven }
}
