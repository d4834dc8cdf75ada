public import Aggregation

extension TreatmentGroup {
    /// The drug codes as text: `1101-1199`.
    public var drugs: [String] { codes.map { "\($0.lowerBound)-\($0.upperBound)" } }

    /// Creates a group from its drug codes as text. The codes also serve as its name. Text that is not a range of codes
    /// is left out.
    public init(drugs: [String]) {
        let codes = drugs.compactMap { text -> ClosedRange<UInt16>? in
            let ends = text.split(separator: "-").compactMap { UInt16($0) }
            guard ends.count == 2, ends[0] <= ends[1] else { return nil }
            return ends[0]...ends[1]
        }
        self.init(name: drugs.joined(separator: "+"), codes: codes)
    }
}
