import Core

/// The places that the columns of a row give, each as an `AreaCode` or an area's position.
struct RowLocation: Hashable {
    /// The place by the code of the LSOA.
    var lsoa = AreaCode.missing
    /// The place by the LSOA's name, used only if the code gives none.
    var name = AreaCode.missing
    /// The place by the authority.
    var authority = AreaCode.missing
    /// Whether the name of the force is in the table of areas.
    var isOwnForce = false

    /// A notice about a row that counts or is out of scope.
    enum Notice: Hashable {
        /// The LSOA is not listed; the row counts by the LSOA's name or by its authority.
        case counted
        /// The LSOA is not listed, and only the force shows that the row may be in the areas.
        case outside
        /// The LSOA and the authority contradict each other.
        case conflict
    }

    /// Returns the area in which the row counts. The LSOA is more precise than the authority, which is for rows without
    /// an LSOA. If the two contradict each other, the rule says which counts. `parts` are the areas that make up the
    /// total.
    func area(by rule: TableSchema.AreaFrom, parts: [Int]) -> (area: Int32, notice: Notice?) {
        let located = lsoa == AreaCode.missing || lsoa == AreaCode.unlisted ? nameOrCode : lsoa
        let (area, isConflict) = settle(located, rule, parts)
        if isConflict { return (area, .conflict) }
        guard lsoa == AreaCode.unlisted else { return (area, nil) }
        if area >= 0 { return (area, .counted) }
        return (area, isOwnForce && area == AreaCode.outside ? .outside : nil)
    }

    private var nameOrCode: Int32 { name == AreaCode.missing ? lsoa : name }

    private func settle(_ located: Int32, _ rule: TableSchema.AreaFrom, _ parts: [Int]) -> (Int32, Bool) {
        // The name of the total shows only that the row is in one of its parts.
        if authority == AreaCode.whole, located >= 0, parts.contains(Int(located)) { return (located, false) }
        let authority = authority == AreaCode.whole ? AreaCode.outside : authority
        switch (located, authority) {
        case (AreaCode.unlisted, AreaCode.missing), (AreaCode.unlisted, AreaCode.unknown):
            return (AreaCode.outside, false)
        case (_, AreaCode.missing): return (located, false)
        case (AreaCode.missing, _), (AreaCode.unlisted, _): return (authority, false)
        // The LSOA is outside, and an unknown authority does not contradict it.
        case (AreaCode.outside, AreaCode.unknown): return (AreaCode.outside, false)
        case _ where located == authority: return (located, false)
        default:
            switch rule {
            case .lsoa: return (located, true)
            case .authority: return (authority, true)
            case .neither: return (AreaCode.conflict, true)
            }
        }
    }
}
