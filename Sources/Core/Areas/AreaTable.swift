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
    private let byFoldedName: [String: Int]
    private let byFoldedCSP: [String: Int]
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
        byFoldedName = Self.folded(byName)
        byFoldedCSP = Self.folded(byCSP)
    }

    /// The area of a code, name or alias: as it is written, else without regard to case where that leaves one area.
    public func area(named name: String) -> Int? { byName[name] ?? byFoldedName[name.lowercased()] }

    /// The area of a partnership's code or name, in the same way.
    public func area(ofCSP name: String) -> Int? { byCSP[name] ?? byFoldedCSP[name.lowercased()] }

    private static func folded(_ names: [String: Int]) -> [String: Int] {
        Dictionary(grouping: names) { $0.key.lowercased() }.compactMapValues { own in
            Set(own.map(\.value)).count == 1 ? own.first?.value : nil
        }
    }
}
