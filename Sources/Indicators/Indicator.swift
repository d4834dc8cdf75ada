public import Aggregation
public import Core

/// What an indicator is counted from.
public enum IndicatorSubject: Hashable, Sendable {
    /// Events of a source in the categories, and with the flag if there is one. The categories are empty when the
    /// classification has the group but the source never uses it.
    case events(source: String, categories: Set<Int>, flag: UInt16?)
    /// Persons in treatment.
    case treatment(source: String, measure: TreatmentMeasure, group: TreatmentGroup)
    /// Figures that partners supply ready-made.
    case returned(source: String, name: String)
}

/// The treatment indicators, each for the twelve months that end with the period.
public enum TreatmentMeasure: String, CaseIterable, Sendable {
    /// Clients in effective treatment.
    case inEffectiveTreatment = "in-effective-treatment"
    /// Share of clients in treatment who completed it successfully.
    case successfulCompletion = "successful-completion"
    /// Share of completers who returned within six months.
    case representation = "re-presentation"
}

/// How the values of an indicator are compared and added up.
public enum IndicatorKind: String, CaseIterable, Sendable {
    /// A number of events or persons in a period. Periods add up; differences are numbers and percentages.
    case count
    /// A number of persons in a rolling year. It is compared like a count but never added up.
    case rollingCount = "rolling-count"
    /// A share. Differences are percentage points.
    case proportion
    /// A total since a programme began. It is neither added up nor compared.
    case cumulative
}

/// One indicator, ready to be evaluated.
public struct Indicator: Sendable {
    /// The name that targets and messages use.
    public let name: String
    /// What the indicator is counted from.
    public let subject: IndicatorSubject
    /// How its values are compared and added up.
    public let kind: IndicatorKind
    /// The plural of its unit noun: `crimes`.
    public let unitNoun: String
    /// The denominator of its rates.
    public let denominator: String?
    /// Which of its small counts may be published.
    public let disclosure: DisclosurePolicy
    /// Which events of the source it counts: the group, with the flag if there is one. Nil for other subjects.
    public let selection: String?

    /// Creates an indicator from its parts.
    public init(
        name: String, subject: IndicatorSubject, kind: IndicatorKind, unitNoun: String, denominator: String?,
        disclosure: DisclosurePolicy = .none, selection: String? = nil
    ) {
        self.name = name
        self.subject = subject
        self.kind = kind
        self.unitNoun = unitNoun
        self.denominator = denominator
        self.disclosure = disclosure
        self.selection = selection
    }

    var unit: FigureUnit { kind == .proportion ? .percent : .count(unitNoun) }
}

/// The period of a column, relative to the quarter of the report.
public enum PeriodRole: String, CaseIterable, Sendable {
    /// The financial year before the quarter's own.
    case baseline
    /// The same quarter of the year before.
    case yearBefore = "year-before"
    /// The quarter itself.
    case quarter
    /// From April to the end of the quarter.
    case yearToDate = "year-to-date"

    /// Returns the period's name in the `period` column of `figures.csv`.
    public func name(for quarter: FinancialQuarter) -> String {
        switch self {
        case .baseline: "\(quarter.year.previous)"
        case .yearBefore: "\(quarter.yearBefore)"
        case .quarter: "\(quarter)"
        case .yearToDate: "\(quarter.year)-to-Q\(quarter.number)"
        }
    }

    /// Returns the months in which events are counted.
    public func months(for quarter: FinancialQuarter) -> Period {
        switch self {
        case .baseline: quarter.year.previous.period
        case .yearBefore: quarter.yearBefore.period
        case .quarter: quarter.period
        case .yearToDate: quarter.yearToDate
        }
    }

    /// Returns the periods of the returns that a value needs, if each has been sent as required. Counts are added up
    /// over the quarters; for every other kind of value, only the last return is used.
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
