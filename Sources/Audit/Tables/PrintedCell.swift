/// The content of a printed cell.
public enum PrintedCell: Hashable, Sendable {
    /// A number, without the markers after it.
    case number(PrintedNumber)
    /// Nothing.
    case blank
    /// A dash, for no figure or no change.
    case dash
    /// Shorthand in place of a number: `[x]`, `[c]`.
    case marker(String)
    /// Anything else: `Reduce`, `Waiting for data`.
    case words(String)

    /// The number, if there is one.
    public var number: PrintedNumber? { if case .number(let number) = self { number } else { nil } }

    /// Whether the cell is empty where a number could stand.
    var isEmpty: Bool { self == .blank || self == .dash }
}
