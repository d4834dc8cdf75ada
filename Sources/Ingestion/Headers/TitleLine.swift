/// Something above the header of an extract that is neither blank nor the header: a title, a date, a comment. Its text is
/// not kept: it may as well be a row of another extract, about a person.
public struct TitleLine: Hashable, Sendable {
    /// Physical line, from 1, on which it starts, and how many it takes.
    public let line, lines: Int
}
