/// The areas of a definition, and the ways in which extracts name them.
public struct AreaTable: Sendable {
    /// One area.
    public struct Area: Hashable, Sendable {
        /// The ONS code, such as `E06000001`.
        public let code: String
        /// The full name.
        public let name: String
        /// The name for column headings.
        public let shortName: String
        /// Whether the definition counts the area. Rows of areas that it does not count are out of scope.
        public let inScope: Bool
        /// Whether the area's figures are the sums of other areas' figures.
        public let isTotal: Bool

        /// Creates an area from its parts.
        public init(code: String, name: String, shortName: String, inScope: Bool, isTotal: Bool) {
            self.code = code
            self.name = name
            self.shortName = shortName
            self.inScope = inScope
            self.isTotal = isTotal
        }
    }

    /// Every area.
    public let areas: [Area]
    /// Position by code, name or alias.
    public let byName: [String: Int]
    /// Position by LSOA code.
    public let byLSOA: [String: Int]
    /// Position by the code or name of the area's Community Safety Partnership.
    public let byCSP: [String: Int]
    private let byFoldedName: [String: Int]
    private let byFoldedCSP: [String: Int]
    /// For each area, the positions of the areas that add up to it: several for a total, otherwise only itself.
    public let parts: [[Int]]
    /// The constituents of all areas.
    public let constituents: [Constituent]
    /// Position among the constituents by code, name or alias.
    public let byConstituent: [String: Int]
    private let byFoldedConstituent: [String: Int]
    let areasOfConstituents: Set<Int>

    /// Creates a table from its parts.
    public init(
        areas: [Area], byName: [String: Int], byLSOA: [String: Int], byCSP: [String: Int] = [:], parts: [[Int]],
        constituents: [Constituent] = [], byConstituent: [String: Int] = [:]
    ) {
        self.areas = areas
        self.byName = byName
        self.byLSOA = byLSOA
        self.byCSP = byCSP
        self.parts = parts
        self.constituents = constituents
        self.byConstituent = byConstituent
        areasOfConstituents = Set(constituents.map(\.area))
        byFoldedName = Self.folded(byName)
        byFoldedCSP = Self.folded(byCSP)
        byFoldedConstituent = Self.folded(byConstituent)
    }

    /// Returns the area with the code, name or alias. If no name matches exactly, case is ignored, provided that only
    /// one area then matches.
    public func area(named name: String) -> Int? { byName[name] ?? byFoldedName[name.lowercased()] }

    /// Returns the area with the partnership's code or name, by the rule of `area(named:)`.
    public func area(ofCSP name: String) -> Int? { byCSP[name] ?? byFoldedCSP[name.lowercased()] }

    /// Returns the constituent with the code, name or alias, by the rule of `area(named:)`.
    public func constituent(named name: String) -> Int? {
        byConstituent[name] ?? byFoldedConstituent[name.lowercased()]
    }

    private static func folded(_ names: [String: Int]) -> [String: Int] {
        Dictionary(grouping: names) { $0.key.lowercased() }.compactMapValues { own in
            Set(own.map(\.value)).count == 1 ? own.first?.value : nil
        }
    }
}
