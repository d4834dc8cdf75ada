import Aggregation
import Core
import Indicators

/// What is known of the facts that counts are made of, to work out the parts that they share.
protocol CountedFacts {
    /// Whether events of the category can be of the month.
    func isInUse(_ category: Int, of source: String, in month: Month) -> Bool
    /// Every cell of the counts of a source.
    func forEachEvent(of source: String, _ body: (FactKey, Int) -> Void)
    /// What a partner returned; nil when nothing, or a reason.
    func returnedValue(_ source: String, _ name: String, _ span: ReturnedValue.Span, area: Int) -> Rational?
    /// The drug codes that occur in the source: a reader of the list of codes knows that there are no others. Nil when it is
    /// not known which occur.
    func drugCodes(of source: String) -> Set<UInt16>?
    /// Whether it is known how many clients there are of any kind.
    var knowsClients: Bool { get }
    /// The clients of an area by stage and groups in the twelve months that end with the month.
    func clients(
        of source: String, area: Int, groups: [TreatmentGroup], last: Month
    ) -> [(stage: TreatmentStage, groups: UInt64, clients: Int)]
}

extension IndicatorEvaluator: CountedFacts {
    var knowsClients: Bool { true }
}

/// Nothing is known but the counts themselves, and perhaps the drug codes that occur.
struct UnknownFacts: CountedFacts {
    /// By source.
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
