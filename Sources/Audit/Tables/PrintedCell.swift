/// What a printed cell says.
public enum PrintedCell: Hashable, Sendable {
    /// A number, without the markers after it.
    case number(PrintedNumber)
    /// Nothing.
    case blank
    /// A dash: nothing to say, or no change.
    case dash
    /// Shorthand in place of a number: `[x]`, `[c]`.
    case marker(String)
    /// Anything else: `Reduce`, `Waiting for data`.
    case words(String)

    /// The number, when there is one.
    public var number: PrintedNumber? { if case .number(let number) = self { number } else { nil } }

    /// Whether a number could stand here that does not.
    var isEmpty: Bool { self == .blank || self == .dash }
}
