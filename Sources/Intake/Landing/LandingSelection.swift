public import Core

/// The files of a landing folder that a run reads.
public enum LandingSelection: Hashable, Sendable {
    /// All files.
    case everything
    /// The files that had been delivered by the end of the day.
    case deliveredBy(CalendarDate)
    /// The files from which a release was made, by path; no other file is opened.
    case named(Set<String>)
}
