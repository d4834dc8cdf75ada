extension AreaTable {
    /// A part of an area, for example a council from before a merger. Extracts may still use the part's name.
    public struct Constituent: Hashable, Sendable {
        /// How much of the constituent lies in the area.
        public enum Share: String, CaseIterable, Sendable {
            case wholly
            /// Nearly all: the constituent's rows count in the area, and comparisons that span its last month are
            /// marked.
            case mostly
            /// An unknown part: a row that names only the constituent does not show whether it belongs to the area.
            case partly
        }

        /// The position of the area that the constituent belongs to.
        public let area: Int
        /// The code and the name.
        public let code, name: String
        /// Its first and its last month; nil where the table gives none.
        public let from, until: Month?
        /// How much of the constituent lies in the area.
        public let share: Share

        /// Creates a constituent from its parts.
        public init(
            area: Int, code: String, name: String, from: Month? = nil, until: Month? = nil,
            share: Share = .wholly
        ) {
            self.area = area
            self.code = code
            self.name = name
            self.from = from
            self.until = until
            self.share = share
        }

        /// Returns whether the constituent existed in the month.
        func includes(_ month: Month) -> Bool {
            (from.map { $0 <= month } ?? true) && (until.map { month <= $0 } ?? true)
        }
    }

    /// Why the rows of an area in a month do not add up to the area.
    public enum ConstituentGap: Hashable, Sendable {
        /// Some constituents have rows, but the listed ones have none.
        case silent([String])
        /// The events of these constituents are perhaps counted twice: also in rows of other constituents or of the
        /// area itself.
        case repeated([String])
    }

    /// Returns whether the table lists constituents of the area.
    public func hasConstituents(ofArea area: Int) -> Bool { areasOfConstituents.contains(area) }

    /// Returns why the rows do not add up to the area; nil if they do. `named` are the positions of the constituents
    /// with rows in the month, and `hasOwnRows` is whether other rows have the area's own name. A publisher may keep
    /// using former areas for later months, or use new areas for earlier months. A set that was complete in any month
    /// is therefore accepted.
    public func gap(ofArea area: Int, in month: Month, named: Set<Int>, hasOwnRows: Bool) -> ConstituentGap? {
        guard !named.isEmpty else { return nil }
        if hasOwnRows { return .repeated(names(named)) }
        let own = Set(constituents.indices.filter { constituents[$0].area == area })
        let starts =
            own.compactMap { constituents[$0].from } + own.compactMap { constituents[$0].until?.advanced(by: 1) }
        func complete(_ month: Month) -> Set<Int> { own.filter { constituents[$0].includes(month) } }
        let boundaries = Set(starts).sorted()
        let first = boundaries.first.map { complete($0.advanced(by: -1)) } ?? own
        let sets = ([first] + boundaries.map(complete)).filter { !$0.isEmpty }
        let now = complete(month)
        let expected = now.isEmpty ? sets.last ?? own : now
        if !named.isStrictSubset(of: expected), sets.contains(named) { return nil }
        let silent = expected.subtracting(named)
        return silent.isEmpty ? .repeated(names(named.subtracting(expected))) : .silent(names(silent))
    }

    private func names(_ positions: Set<Int>) -> [String] { positions.sorted().map { constituents[$0].name } }
}
