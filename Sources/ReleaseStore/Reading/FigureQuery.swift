public import Core
public import Indicators
import Releases

/// A query for a figure: the label of its row, and as many other parts as are needed to identify the figure.
public struct FigureQuery: Sendable {
    /// The label of the row; here and in the other properties, case makes no difference.
    public let row: String
    /// The table's identifier, the section, and the area's short name, where they matter.
    public var table, section, area: String?
    /// The measure, that is, what the figure says about the row.
    public var measure: Measure
    /// The figure's period: a role, such as `year-before`, or a period as `figures.csv` names it. Nil for the quarter,
    /// or for the only period when there is no figure for the quarter.
    public var period: String?

    /// Creates a query for a measure of a row.
    public init(row: String, measure: Measure = .value) {
        self.row = row
        self.measure = measure
    }

    /// Returns the matching figures: one, or several that may be the same figure in several tables. Throws a
    /// `FigureNotFound` when no figure matches, or when the query is ambiguous.
    public func figures(of release: ReleaseFolder) throws(FigureNotFound) -> [PublishedFigure] {
        var found = try narrow(release.figures.all, .row, row) { $0.row }
        found = try narrow(found, .table, table) { $0.table }
        found = try narrow(found, .section, section) { $0.section }
        found = try narrow(found, .area, area) { $0.area }
        let measured = found.filter { $0.measure == measure }
        guard !measured.isEmpty else {
            throw .unknown(.measure, measure.rawValue, candidates: Self.distinct(found) { $0.measure })
        }
        found = try inPeriod(measured, release.manifest)
        let areas = Self.distinct(found) { $0.area }
        guard areas.count == 1 else { throw .ambiguous(.area, candidates: areas) }
        return found
    }

    private func inPeriod(_ figures: [PublishedFigure], _ manifest: Manifest) throws(FigureNotFound)
        -> [PublishedFigure]
    {
        guard let quarter = FinancialQuarter(manifest.quarter) else { return figures }
        let names = Self.distinct(figures) { $0.period }
        guard let period else {
            let own = figures.filter { $0.key.period == PeriodRole.quarter.name(for: quarter) }
            guard own.isEmpty else { return own }
            guard names.count == 1 else { throw .ambiguous(.period, candidates: names) }
            return figures
        }
        let role = PeriodRole(rawValue: period.lowercased())
        return try narrow(figures, .period, role?.name(for: quarter) ?? period) { $0.period }
    }

    private func narrow(
        _ figures: [PublishedFigure], _ part: FigurePart, _ wanted: String?, by value: (FigureKey) -> String
    ) throws(FigureNotFound) -> [PublishedFigure] {
        guard let wanted else { return figures }
        let folded = wanted.lowercased()
        let found = figures.filter { value($0.key).lowercased() == folded }
        guard found.isEmpty else { return found }
        let all = Self.distinct(figures, value)
        let near = NameIndex(all).nearest(to: wanted)
        // A short list of names is shown in full.
        throw .unknown(part, wanted, candidates: near.isEmpty && all.count <= 12 ? all : near)
    }

    private static func distinct(_ figures: [PublishedFigure], _ value: (FigureKey) -> String) -> [String] {
        var seen: Set<String> = []
        return figures.map { value($0.key) }.filter { seen.insert($0).inserted }
    }
}

/// A part of what identifies a figure.
public enum FigurePart: String, Sendable {
    case row, table, section, area, measure, period
}

/// Why a query does not find exactly one figure.
public enum FigureNotFound: Error, Hashable, Sendable {
    /// No figure that matches the other parts has this name; the candidates are the nearest existing names.
    case unknown(FigurePart, String, candidates: [String])
    /// Several figures match, and differ in this part.
    case ambiguous(FigurePart, candidates: [String])
    /// The label means different counts in several tables or sections.
    case severalPlaces([FigureKey])
}

extension FigureNotFound: CustomStringConvertible {
    /// What is wrong, and the names to choose from.
    public var description: String {
        switch self {
        case .unknown(let part, let name, let candidates):
            "no figure of the release has the \(part.rawValue) '\(name)'"
                + (candidates.isEmpty ? "" : "; choose one of:" + Self.list(candidates))
        case .ambiguous(let part, let candidates):
            "several figures have this name; say which with --\(part.rawValue), one of:" + Self.list(candidates)
        case .severalPlaces(let names):
            "different rows have this label; say which with --table and --section, one of:"
                + Self.list(names.map { "--table \($0.table) --section '\($0.section)'" })
        }
    }

    private static func list(_ names: [String]) -> String { names.map { "\n  " + $0 }.joined() }
}
