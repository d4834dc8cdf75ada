/// What a faulty row is when it is not data.
public enum NonDataRow: Sendable {
    /// No field has a value.
    case empty
    /// A repeated header: extracts were pasted one below the other.
    case repeatedHeader
    /// The total of other rows.
    case totals
}
