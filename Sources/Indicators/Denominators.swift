public import Core

/// The number of persons or households in each area, by denominator, for one or more years.
public struct Denominators: Sendable {
    /// One denominator for one year: what is counted, when, and who published the numbers.
    public struct Denominator: Hashable, Sendable {
        /// The name that definitions use.
        public let name: String
        /// What is counted and when: `residents living in households, 2011`.
        public let title: String
        /// The numbers, by area position.
        public let values: [Int: Int]
        /// The positions of areas that have a row saying that the number is not known.
        public let unknown: Set<Int>
        /// The publisher of the first area's number.
        public let source: String
        /// The publishers of numbers that come from another publisher, by area position.
        public let otherSources: [Int: String]
        /// The year of the numbers; nil when the vintage in the table does not begin with a year.
        public let year: Int?

        /// Creates a denominator from its parts.
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

        /// Returns the publisher of an area's number.
        public func source(of area: Int) -> String { otherSources[area] ?? source }
    }

    /// Which year's numbers a rate is calculated from, where there are several years.
    public enum YearRule: Hashable, Sendable {
        /// Only the year in which the period's financial year begins.
        case period
        /// The year in which the period's financial year begins. Without it, the last available year before, or else
        /// the first year.
        case nearestBefore
        /// One year, whatever the period.
        case fixed(Int)
    }

    /// The years of each denominator, the earliest first.
    private let years: [String: [Denominator]]
    private let rules: [String: YearRule]

    /// Creates denominators from reference tables, with the rules for denominators that have several years.
    public init(_ denominators: [Denominator], rules: [String: YearRule] = [:]) {
        years = Dictionary(grouping: denominators, by: \.name).mapValues {
            $0.sorted { ($0.year ?? 0) < ($1.year ?? 0) }
        }
        self.rules = rules
    }

    /// The name of every denominator.
    public var names: [String] { years.keys.sorted() }
    /// Every denominator of every year, by name and year.
    public var all: [Denominator] { names.flatMap { years[$0] ?? [] } }

    /// Returns the denominator with the name that applies to the months. It has no values when its year is missing.
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

    /// Returns the denominator with the name that applies to the newest months. If the rule fixes a year, this year's
    /// denominator applies, otherwise the last year's.
    public func newest(_ name: String) -> Denominator? {
        guard let latest = years[name]?.last else { return nil }
        guard case .fixed(let year) = rules[name] else { return latest }
        return years[name]?.first { $0.year == year } ?? Self.none(like: latest, year)
    }

    /// Returns the years of a denominator, the earliest first.
    public func years(of name: String) -> [Int] { years[name]?.compactMap(\.year) ?? [] }

    /// Returns the denominator's title for remarks. The year is left out when there are several years.
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
