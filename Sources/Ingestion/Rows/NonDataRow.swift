/// What a row at fault turns out to be when it is no data at all.
public enum NonDataRow: Sendable {
    /// No field has a value.
    case empty
    /// A repeated header: extracts were pasted one below the other.
    case repeatedHeader
    /// The sum of others.
    case totals
}
