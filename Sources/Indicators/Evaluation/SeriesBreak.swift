public import Core

/// A month from which a source counts something else under the same name, for example by other counting rules or in
/// another system. Numbers from before and after the break are not compared in words. Figures that combine such
/// numbers are marked.
public struct SeriesBreak: Hashable, Sendable {
    /// The source.
    public let source: String
    /// The categories affected, with all categories below them; nil when every indicator of the source is affected.
    public let categories: Set<Int>?
    /// The areas affected; nil for all.
    public let areas: Set<Int>?
    /// The first month after the break.
    public let from: Month
    /// What changed, in a sentence.
    public let note: String

    /// Creates a break from its parts.
    public init(source: String, categories: Set<Int>?, areas: Set<Int>?, from: Month, note: String) {
        self.source = source
        self.categories = categories
        self.areas = areas
        self.from = from
        self.note = note
    }

    /// The note with the month of the break.
    public var words: String { "Break in \(from.name) \(from.year): \(note)" }

    /// Whether the break affects the subject in one of the areas. A sum that includes other categories is not affected,
    /// because it hardly changes.
    func concerns(_ subject: IndicatorSubject, in parts: [Int]) -> Bool {
        guard subject.source == source, areas?.isDisjoint(with: parts) != true else { return false }
        guard let categories else { return true }
        guard case .events(_, let own, _) = subject else { return false }
        return !own.isEmpty && own.isSubset(of: categories)
    }

    /// Whether the period has months on both sides of the break.
    func divides(_ period: Period) -> Bool { period.first < from && from <= period.last }
}
