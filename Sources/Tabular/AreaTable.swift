/// The areas that a definition speaks of, and the ways in which extracts name them.
public struct AreaTable: Sendable {
    /// One area.
    public struct Area: Hashable, Sendable {
        /// The ONS code, such as `E06000001`.
        public let code: String
        /// The full name.
        public let name: String
        /// The name for column headings.
        public let shortName: String
        /// Whether the definition counts it; rows of other areas are out of scope.
        public let inScope: Bool
        /// Whether its figures are the sums of the areas below it.
        public let isTotal: Bool

        /// An area from its parts.
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
    /// For a total, the areas whose sum it is; for any other area itself.
    public let parts: [[Int]]

    /// A table from its parts.
    public init(
        areas: [Area], byName: [String: Int], byLSOA: [String: Int], byCSP: [String: Int] = [:], parts: [[Int]]
    ) {
        self.areas = areas
        self.byName = byName
        self.byLSOA = byLSOA
        self.byCSP = byCSP
        self.parts = parts
    }
}
