/// What a figure counts, in codes that mean the same in every release and every definition: what its table and its row are
/// called does not matter.
public struct SubjectCode: Codable, Hashable, Sendable {
    /// The source's name.
    public var source: String
    /// How its values behave: an `IndicatorKind`.
    public var kind: String
    /// Of events, the codes of the classification that are counted, in order with `|` between them, and the flag that they must
    /// have.
    public private(set) var categories: String?
    public var flag: String?
    /// The headers of the columns that the flag is read from, without regard to case, and the values that mean yes, each in
    /// order: schemas may call one flag different names. Releases of earlier versions do not have them.
    public var flagColumns, flagValues: [String]?
    /// Of clients, the measure, and the NDTMS drug codes of the group: `1101-1199`.
    public var measure: String?
    public var drugs: [String]?
    /// Of returns, the name.
    public var returned: String?

    /// The code of a kind of values of a source, without further conditions yet.
    public init(source: String, kind: IndicatorKind) {
        self.source = source
        self.kind = kind.rawValue
    }

    /// The codes of the classification one by one.
    public var categoryCodes: [String]? {
        get { categories?.split(separator: "|").map(String.init) }
        set { categories = newValue?.joined(separator: "|") }
    }
}
