public import Core

/// Which files of a landing folder a run reads.
public enum LandingSelection: Hashable, Sendable {
    /// All of them.
    case everything
    /// Those that had been delivered by the end of the day.
    case deliveredBy(CalendarDate)
    /// Those that a release was made of, by path; nothing else is looked at.
    case named(Set<String>)
}
