/// What a figure counts, in codes that mean the same in every release and every definition. The names of its table and
/// row do not matter.
public struct SubjectCode: Codable, Hashable, Sendable {
    /// The source's name.
    public var source: String
    /// How the figure's values behave: an `IndicatorKind`.
    public var kind: String
    /// For events, the codes of the classification that are counted, in order and separated by `|`, and the flag that
    /// the events must have.
    public private(set) var categories: String?
    public var flag: String?
    /// The headers of the columns that the flag is read from, regardless of case, and the values that mean yes, each in
    /// order. They identify the flag, because schemas may give it different names. Releases that earlier versions of
    /// the program made lack them.
    public var flagColumns, flagValues: [String]?
    /// For clients, the measure, and the NDTMS drug codes of the group: `1101-1199`.
    public var measure: String?
    public var drugs: [String]?
    /// For returns, the name.
    public var returned: String?

    /// Creates the code for values of a source and kind, with no further conditions yet.
    public init(source: String, kind: IndicatorKind) {
        self.source = source
        self.kind = kind.rawValue
    }

    /// The codes of the classification as a list.
    public var categoryCodes: [String]? {
        get { categories?.split(separator: "|").map(String.init) }
        set { categories = newValue?.joined(separator: "|") }
    }
}
