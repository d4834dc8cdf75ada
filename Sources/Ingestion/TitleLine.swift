/// Something above the header of an extract that is neither blank nor the header: a title, a date, a comment.
public struct TitleLine: Hashable, Sendable {
    /// Physical line, from 1, on which it starts, and how many it takes.
    public let line, lines: Int
    /// What stands there.
    public let text: String
}
