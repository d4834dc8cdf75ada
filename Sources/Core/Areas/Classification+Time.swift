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

    /// Returns whether the code was in use in any month of the period.
    public func isInUse(_ code: Int, in period: Period) -> Bool { period.months.contains { isInUse(code, in: $0) } }

    /// Returns the code under which an event counts when its own code was not in use in its period; nil if the list
    /// does not say where the event belongs.
    ///
    /// The event may have any code of the period that counts the same events as its own. When all of these are in one
    /// group with its own code, the first of them counts. Otherwise a code of the nearest group above all of them
    /// counts, if the list has one.
    public func standIn(for code: Int, in period: Period) -> Int? {
        let possible = codes.indices.filter { other in
            isInUse(other, in: period) && (follows(other, code) || follows(code, other))
        }
        guard let first = possible.first else { return nil }
        if Set((possible + [code]).map { codes[$0].group }).count == 1 { return first }
        return undivided(over: possible + [code]).flatMap { isInUse($0, in: period) ? $0 : nil }
    }

    /// Whether events of the later code were counted under the earlier one before, perhaps with codes between them.
    private func follows(_ later: Int, _ earlier: Int) -> Bool {
        var next = codes[later].time?.before
        // A chain of predecessors is at most as long as the list.
        for _ in codes.indices {
            guard let code = next else { return false }
            if code == earlier { return true }
            next = codes[code].time?.before
        }
        return false
    }

    /// Returns when the code was in use, such as `from 2017-04 to 2023-03`; nil if it always was.
    public func useOfCode(_ code: Int) -> String? {
        guard let time = codes[code].time else { return nil }
        let parts = [time.from.map { "from \($0)" }, time.until.map { "to \($0)" }].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
