import Core
import Testing

@Suite("Code lists that change")
struct ClassificationTimeTests {
    /// Before May 2013, order and weapons were counted together. Before September 2011, they were counted as other
    /// crime.
    private static let list: Classification = {
        let (old, new) = (Month(year: 2011, month: 9), Month(year: 2013, month: 5))
        return Classification(
            name: "types",
            codes: [
                .init(code: "Other crime", title: "", group: 0),
                .init(
                    code: "Disorder and weapons", title: "", group: 0,
                    time: .init(from: old, until: new.advanced(by: -1), before: 0)),
                .init(code: "Order", title: "", group: 0, time: .init(from: new, until: nil, before: 1)),
                .init(code: "Weapons", title: "", group: 0, time: .init(from: new, until: nil, before: 1)),
                .init(code: "Robbery", title: "", group: 0),
            ], groups: [.init(name: "all", title: "", parent: nil)], dialect: .exact, aliases: [:])
    }()

    @Test(
        "A category has no count before or after its time, unless another category of its group counted the same",
        arguments: [
            ([2], 2013, 5, true), ([2], 2013, 4, false), ([1], 2013, 4, true), ([1], 2013, 5, false),
            ([1], 2011, 8, false),
            ([1, 2, 3], 2012, 1, true), ([1, 2, 3], 2014, 1, true), ([1, 2, 3], 2011, 8, false),
            ([2, 3], 2012, 1, false),
            ([0, 1, 2, 3, 4], 2011, 1, true), ([4], 2011, 1, true), ([2, 4], 2012, 1, false),
        ] as [(Set<Int>, Int, Int, Bool)])
    func divides(categories: Set<Int>, year: Int, month: Int, says: Bool) {
        #expect(Self.list.divides(categories, in: Month(year: year, month: month)) == says)
    }
}
