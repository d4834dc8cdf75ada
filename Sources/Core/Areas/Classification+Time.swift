extension Classification {
    /// The months in which a code of a list was in use. Lists change: before a code was introduced, its events were
    /// counted under another code.
    public struct CodeTime: Hashable, Sendable {
        /// The first and the last month of the code; nil where the list gives none.
        public let from, until: Month?
        /// The position of the code that counted the same events before the first month; nil when there was none.
        public let before: Int?

        /// Creates a time from its parts.
        public init(from: Month?, until: Month?, before: Int?) {
            self.from = from
            self.until = until
            self.before = before
        }

        /// Returns whether the code was in use in the month.
        func includes(_ month: Month) -> Bool {
            (from.map { $0 <= month } ?? true) && (until.map { month <= $0 } ?? true)
        }
    }

    /// Returns whether the code was in use in the month; true where the list does not say.
    public func isInUse(_ code: Int, in month: Month) -> Bool { codes[code].time?.includes(month) ?? true }

    /// Returns whether the list's codes can show how many events the categories had in the month. At least one of the
    /// categories must have been in use. The events of each category that was added later must have been counted under
    /// another category of the set. Otherwise a zero would come from the list and not from the events.
    public func divides(_ categories: Set<Int>, in month: Month) -> Bool {
        guard categories.contains(where: { codes[$0].time?.includes(month) ?? true }) else { return false }
        return categories.allSatisfy { category in
            var code = category
            // A chain of predecessors is at most as long as the list.
            for _ in codes.indices {
                guard let time = codes[code].time, let from = time.from, month < from else { return true }
                guard let before = time.before, categories.contains(before) else { return false }
                code = before
            }
            return false
        }
    }

    /// Whether the list says when any of its codes was in use.
    public var changesWithTime: Bool { codes.contains { $0.time != nil } }
}
