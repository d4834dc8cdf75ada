extension Classification {
    /// When a code of a list was in use: lists change, and what a new code counts was counted by another before.
    public struct CodeTime: Hashable, Sendable {
        /// The first and the last month of the code; nil where it has none.
        public let from, until: Month?
        /// The position of the code that counted the same before the first month; nil when none did.
        public let before: Int?

        /// A time from its parts.
        public init(from: Month?, until: Month?, before: Int?) {
            self.from = from
            self.until = until
            self.before = before
        }

        /// Whether the code was in use in the month.
        func includes(_ month: Month) -> Bool {
            (from.map { $0 <= month } ?? true) && (until.map { month <= $0 } ?? true)
        }
    }

    /// Whether the code was in use in the month; always, where the list does not say.
    public func isInUse(_ code: Int, in month: Month) -> Bool { codes[code].time?.includes(month) ?? true }

    /// Whether the list's codes of a month can say how many events the categories had: at least one of them was in use, and
    /// what a later one counts was then counted by another of them. Without that, a zero would be one of the list and not
    /// of the events.
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

    /// Whether any code has a time.
    public var changesWithTime: Bool { codes.contains { $0.time != nil } }
}
