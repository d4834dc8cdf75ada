public import Core

/// A month from which a source counts something else under the same name: other counting rules, another system. Numbers from
/// before it and from after it are not compared, and are marked where they stand together.
public struct SeriesBreak: Hashable, Sendable {
    /// The source.
    public let source: String
    /// The categories that it concerns, with all below them; nil for every indicator of the source.
    public let categories: Set<Int>?
    /// The areas that it concerns; nil for all.
    public let areas: Set<Int>?
    /// The first month after it.
    public let from: Month
    /// What changed, in a sentence.
    public let note: String

    /// A break from its parts.
    public init(source: String, categories: Set<Int>?, areas: Set<Int>?, from: Month, note: String) {
        self.source = source
        self.categories = categories
        self.areas = areas
        self.from = from
        self.note = note
    }

    /// The note, with the month.
    public var words: String { "Break in \(from.name) \(from.year): \(note)" }

    /// Whether it concerns the subject in one of the areas: a sum with other categories hardly changes.
    func concerns(_ subject: IndicatorSubject, in parts: [Int]) -> Bool {
        guard subject.source == source, areas?.isDisjoint(with: parts) != true else { return false }
        guard let categories else { return true }
        guard case .events(_, let own, _) = subject else { return false }
        return !own.isEmpty && own.isSubset(of: categories)
    }

    /// Whether the months lie on both sides of it.
    func divides(_ period: Period) -> Bool { period.first < from && from <= period.last }
}
