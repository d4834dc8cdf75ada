import Core

/// What the columns of a row say of its place, each as an `AreaCode` or an area's position.
struct RowLocation: Hashable {
    /// By the code of the LSOA.
    var lsoa = AreaCode.missing
    /// By the LSOA's name: used only when its code says nothing.
    var name = AreaCode.missing
    /// By the authority.
    var authority = AreaCode.missing
    /// Whether the force is one of the definition's own areas.
    var isOwnForce = false

    /// What to report of a row that nevertheless counts, or is out of scope.
    enum Notice: Hashable {
        /// The LSOA is not listed; the row counts by its name or authority.
        case counted
        /// The LSOA is not listed and nothing says that the row is ours, save its force.
        case outside
        /// LSOA and authority contradict each other.
        case conflict
    }

    /// Where the row counts. The LSOA says more than an authority's name, which is for rows without an LSOA; of two that
    /// contradict each other the rule says which counts. `parts` are the areas that the whole is the sum of.
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
        // The name of the whole area says no more than that the row is ours.
        if authority == AreaCode.whole, located >= 0, parts.contains(Int(located)) { return (located, false) }
        let authority = authority == AreaCode.whole ? AreaCode.outside : authority
        switch (located, authority) {
        case (AreaCode.unlisted, AreaCode.missing), (AreaCode.unlisted, AreaCode.unknown):
            return (AreaCode.outside, false)
        case (_, AreaCode.missing): return (located, false)
        case (AreaCode.missing, _), (AreaCode.unlisted, _): return (authority, false)
        // Neither is ours, so nothing of ours depends on which is right.
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
