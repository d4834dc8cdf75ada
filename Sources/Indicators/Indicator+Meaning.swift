import Aggregation

extension Indicator {
    /// What it counts, under any name in tables and definitions, for `figures.csv`: `crime:hate|flag=hate`,
    /// `treatment:successful-completion|group=alcohol`, `returns:entrants`. The source stands before the colon.
    public var meaning: String {
        switch subject {
        case .events(let source, _, _): "\(source):\(selection ?? name)"
        case .treatment(let source, let measure, let group): "\(source):\(measure.rawValue)|group=\(group.name)"
        case .returned(let source, let name): "\(source):\(name)"
        }
    }

    /// What messages call it: its name, or what it counts.
    public var words: String { name.isEmpty ? meaning : name }

    /// The same with another policy.
    public func with(_ policy: DisclosurePolicy) -> Indicator {
        Indicator(
            name: name, subject: subject, kind: kind, things: things, denominator: denominator, disclosure: policy,
            selection: selection)
    }
}
