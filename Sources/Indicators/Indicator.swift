public import Aggregation
public import Core

/// What an indicator is counted from.
public enum IndicatorSubject: Hashable, Sendable {
    /// Events of a source: those of the categories, and with the flag when there is one. Without categories the
    /// classification has the group but the source never fills it.
    case events(source: String, categories: Set<Int>, flag: UInt16?)
    /// Persons in treatment.
    case treatment(source: String, measure: TreatmentMeasure, group: TreatmentGroup)
    /// Figures that partners supply as figures.
    case returned(source: String, name: String)
}

/// The treatment indicators, each over the twelve months that end with the period.
public enum TreatmentMeasure: String, CaseIterable, Sendable {
    /// Clients in effective treatment.
    case inEffectiveTreatment = "in-effective-treatment"
    /// Share of clients in treatment who completed it successfully.
    case successfulCompletion = "successful-completion"
    /// Share of completers who returned within six months.
    case representation = "re-presentation"
}

/// How values of an indicator behave when they are compared and added up.
public enum IndicatorKind: String, CaseIterable, Sendable {
    /// A number of events or persons in a period: periods add up, differences are numbers and percentages.
    case count
    /// A number of persons over a rolling year: compared like a count, never added up.
    case rollingCount = "rolling-count"
    /// A share: differences are percentage points.
    case proportion
    /// A position since a programme began: neither added up nor compared.
    case cumulative
}

/// One indicator, ready to be evaluated.
public struct Indicator: Sendable {
    /// The name that targets and messages use.
    public let name: String
    /// What it is counted from.
    public let subject: IndicatorSubject
    /// How its values behave.
    public let kind: IndicatorKind
    /// What it counts, in the plural.
    public let things: String
    /// The denominator of its rates.
    public let denominator: String?
    /// What may be published of its small counts.
    public let disclosure: DisclosurePolicy
    /// Which events of the source it counts: the group, with the flag when there is one. Nil for other subjects.
    public let selection: String?

    /// An indicator from its parts.
    public init(
        name: String, subject: IndicatorSubject, kind: IndicatorKind, things: String, denominator: String?,
        disclosure: DisclosurePolicy = .none, selection: String? = nil
    ) {
        self.name = name
        self.subject = subject
        self.kind = kind
        self.things = things
        self.denominator = denominator
        self.disclosure = disclosure
        self.selection = selection
    }

    var unit: FigureUnit { kind == .proportion ? .percent : .count(things) }
}

/// The period of a column, relative to the quarter of the report.
public enum PeriodRole: String, CaseIterable, Sendable {
    /// The financial year before the quarter's.
    case baseline
    /// The same quarter of the year before.
    case yearBefore = "year-before"
    /// The quarter itself.
    case quarter
    /// From April to the end of the quarter.
    case yearToDate = "year-to-date"

    /// How the `period` column of `figures.csv` names it.
    public func name(for quarter: FinancialQuarter) -> String {
        switch self {
        case .baseline: "\(quarter.year.previous)"
        case .yearBefore: "\(quarter.yearBefore)"
        case .quarter: "\(quarter)"
        case .yearToDate: "\(quarter.year)-to-Q\(quarter.number)"
        }
    }

    /// The months that events are counted over.
    public func months(for quarter: FinancialQuarter) -> Period {
        switch self {
        case .baseline: quarter.year.previous.period
        case .yearBefore: quarter.yearBefore.period
        case .quarter: quarter.period
        case .yearToDate: quarter.yearToDate
        }
    }

    /// The spans of the returns that are added up when each has been sent as required. Only counts of a period add
    /// up; a share or a position stands as it stood last.
    func spans(for quarter: FinancialQuarter, _ kind: IndicatorKind) -> [ReturnedValue.Span] {
        switch self {
        case .baseline: [.year(quarter.year.previous)]
        case .yearBefore: [.quarter(quarter.yearBefore)]
        case .quarter: [.quarter(quarter)]
        case .yearToDate:
            kind == .count
                ? (1...quarter.number).compactMap { FinancialQuarter(year: quarter.year, number: $0) }.map {
                    .quarter($0)
                }
                : [.quarter(quarter)]
        }
    }
}
