/// A line that is not blank, above the header of an extract: a title, a date, a comment. Its text is not kept, because
/// it could be a row of another extract, with data about a person.
public struct TitleLine: Hashable, Sendable {
    /// The physical line, from 1, on which the title starts, and how many lines it takes.
    public let line, lines: Int
}
