/// A type with cases that can be listed. An exhaustive switch returns the next case for each case, so an added case
/// does not compile until it has a place in the list.
protocol Listed {
    /// Returns the example after another, with the values: the first one after nil, and nil after the last one.
    static func example(after last: Self?, _ values: AwkwardValues) -> Self?
}

extension Listed {
    /// Returns an example of every case.
    static func examples(_ values: AwkwardValues) -> [Self] {
        Array(
            sequence(state: Self?.none) { last in
                last = example(after: last, values)
                return last
            }.prefix(200))
    }
}
