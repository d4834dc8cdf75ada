public import Core

/// How many persons or households an area has, by denominator and area, for one or more years.
public struct Denominators: Sendable {
    /// One denominator of a year: what is counted, when, and who says so.
    public struct Denominator: Hashable, Sendable {
        /// The name that definitions use.
        public let name: String
        /// What is counted and when: `residents living in households, 2011`.
        public let title: String
        /// By area position.
        public let values: [Int: Int]
        /// The areas whose row says that their number is not known, by position.
        public let unknown: Set<Int>
        /// The publisher of the first of them.
        public let source: String
        /// The publishers of those that have another, by area position.
        public let otherSources: [Int: String]
        /// The year that it is of; nil where the table does not begin its vintage with one.
        public let year: Int?

        /// A denominator from its parts.
        public init(
            name: String, title: String, values: [Int: Int], unknown: Set<Int> = [], source: String,
            otherSources: [Int: String] = [:], year: Int? = nil
        ) {
            self.name = name
            self.title = title
            self.values = values
            self.unknown = unknown
            self.source = source
            self.otherSources = otherSources
            self.year = year
        }

        /// The publisher of an area's number.
        public func source(of area: Int) -> String { otherSources[area] ?? source }
    }

    /// Which of several years a rate is taken of.
    public enum YearRule: Hashable, Sendable {
        /// The year in which the period's financial year begins, and no other.
        case period
        /// That year, else the last before it that there is, else the first.
        case nearestBefore
        /// One year, whatever the period.
        case fixed(Int)
    }

    /// The years of each denominator, the earliest first.
    private let years: [String: [Denominator]]
    private let rules: [String: YearRule]

    /// Denominators from reference tables, with the rules of those of which there are several years.
    public init(_ denominators: [Denominator], rules: [String: YearRule] = [:]) {
        years = Dictionary(grouping: denominators, by: \.name).mapValues {
            $0.sorted { ($0.year ?? 0) < ($1.year ?? 0) }
        }
        self.rules = rules
    }

    /// Every name.
    public var names: [String] { years.keys.sorted() }
    /// Every denominator of every year, by name and year.
    public var all: [Denominator] { names.flatMap { years[$0] ?? [] } }

    /// The denominator of a name that counts for the months. For a year that is not there it has no values.
    public func denominator(_ name: String, for period: Period) -> Denominator? {
        guard let own = years[name], let latest = own.last else { return nil }
        let wanted = period.first.monthOfYear < 4 ? period.first.year - 1 : period.first.year
        switch rules[name] {
        case nil: return latest
        case .fixed(let year): return own.first { $0.year == year } ?? Self.none(like: latest, year)
        case .period: return own.first { $0.year == wanted } ?? Self.none(like: latest, wanted)
        case .nearestBefore: return own.last { ($0.year ?? 0) <= wanted } ?? own.first
        }
    }

    /// The denominator of a name that counts for the newest months: that of the rule's year, else of the last one.
    public func newest(_ name: String) -> Denominator? {
        guard let latest = years[name]?.last else { return nil }
        guard case .fixed(let year) = rules[name] else { return latest }
        return years[name]?.first { $0.year == year } ?? Self.none(like: latest, year)
    }

    /// The years of a denominator, the earliest first.
    public func years(of name: String) -> [Int] { years[name]?.compactMap(\.year) ?? [] }

    /// What a remark calls the denominator: with its year when there is no other.
    public func title(_ name: String) -> String? {
        guard let own = years[name], let latest = own.last else { return nil }
        guard own.count > 1, let year = latest.year else { return latest.title }
        let suffix = ", \(year)"
        return latest.title.hasSuffix(suffix) ? String(latest.title.dropLast(suffix.count)) : latest.title
    }

    private static func none(like other: Denominator, _ year: Int) -> Denominator {
        let unit = other.title.split(separator: ",").dropLast().joined(separator: ",")
        return Denominator(
            name: other.name, title: "\(unit.isEmpty ? other.title : unit), \(year)", values: [:], source: other.source,
            year: year)
    }
}
