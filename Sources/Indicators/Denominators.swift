/// How many persons or households an area has, by denominator and area.
public struct Denominators: Sendable {
    /// One denominator: what is counted, when, and who says so.
    public struct Denominator: Hashable, Sendable {
        /// The name that definitions use.
        public let name: String
        /// What is counted and when: `residents living in households, 2011`.
        public let title: String
        /// By area position.
        public let values: [Int: Int]
        /// Who says so.
        public let source: String

        /// A denominator from its parts.
        public init(name: String, title: String, values: [Int: Int], source: String) {
            self.name = name
            self.title = title
            self.values = values
            self.source = source
        }
    }

    /// Every denominator by name.
    public let byName: [String: Denominator]

    /// Denominators from a reference table.
    public init(_ denominators: [Denominator]) {
        byName = Dictionary(denominators.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
