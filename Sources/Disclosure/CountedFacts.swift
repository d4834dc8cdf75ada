import Aggregation
import Core
import Indicators

/// What is known about the facts behind counts, for working out the parts that the counts share.
protocol CountedFacts {
    /// Whether events of the category can occur in the month.
    func isInUse(_ category: Int, of source: String, in month: Month) -> Bool
    /// Calls the body with every cell of the counts of a source.
    func forEachEvent(of source: String, _ body: (FactKey, Int) -> Void)
    /// Returns the number that a partner returned; nil when there is no number, or only a reason why it is missing.
    func returnedValue(_ source: String, _ name: String, _ span: ReturnedValue.Span, area: Int) -> Rational?
    /// Returns the drug codes that occur in the source; nil when they are not known. Readers who have this list know
    /// that no other codes occur.
    func drugCodes(of source: String) -> Set<UInt16>?
    /// Whether the number of clients of every kind is known.
    var knowsClients: Bool { get }
    /// Returns the number of clients of an area by stage and groups, in the twelve months that end with the month.
    func clients(
        of source: String, area: Int, groups: [TreatmentGroup], last: Month
    ) -> [(stage: TreatmentStage, groups: UInt64, clients: Int)]
}

extension IndicatorEvaluator: CountedFacts {
    var knowsClients: Bool { true }
}

/// Facts for when only the counts are known and, perhaps, the drug codes that occur.
struct UnknownFacts: CountedFacts {
    /// The drug codes that occur, by source.
    var drugCodes: [String: Set<UInt16>] = [:]

    var knowsClients: Bool { false }

    func isInUse(_ category: Int, of source: String, in month: Month) -> Bool { true }

    func forEachEvent(of source: String, _ body: (FactKey, Int) -> Void) {}

    func returnedValue(_ source: String, _ name: String, _ span: ReturnedValue.Span, area: Int) -> Rational? { nil }

    func drugCodes(of source: String) -> Set<UInt16>? { drugCodes[source] }

    func clients(
        of source: String, area: Int, groups: [TreatmentGroup], last: Month
    ) -> [(stage: TreatmentStage, groups: UInt64, clients: Int)] { [] }
}
