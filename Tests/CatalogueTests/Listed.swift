/// A type whose cases can be listed. Each case gives the one after it in an exhaustive switch, so that a case that is added
/// does not compile until it has its place.
protocol Listed {
    /// The example that follows, rendered with the values; the first after nil, nil after the last.
    static func example(after last: Self?, _ values: AwkwardValues) -> Self?
}

extension Listed {
    /// An example of every case.
    static func examples(_ values: AwkwardValues) -> [Self] {
        Array(
            sequence(state: Self?.none) { last in
                last = example(after: last, values)
                return last
            }.prefix(200))
    }
}
