import Aggregation

extension Indicator {
    /// What the indicator counts, for `figures.csv`, whatever its name in tables and definitions:
    /// `crime:hate|flag=hate`, `treatment:successful-completion|group=alcohol`, `returns:entrants`. The part before the
    /// colon is the source.
    public var meaning: String {
        switch subject {
        case .events(let source, _, _): "\(source):\(selection ?? name)"
        case .treatment(let source, let measure, let group): "\(source):\(measure.rawValue)|group=\(group.name)"
        case .returned(let source, let name): "\(source):\(name)"
        }
    }

    /// The indicator's name in messages: its own name, or what it counts if it has none.
    public var words: String { name.isEmpty ? meaning : name }

    /// Returns the indicator with another disclosure policy.
    public func with(_ policy: DisclosurePolicy) -> Indicator {
        Indicator(
            name: name, subject: subject, kind: kind, unitNoun: unitNoun, denominator: denominator, disclosure: policy,
            selection: selection)
    }
}
