/// Competing hypotheses about the same columns. A hypothesis is kept unless a better one says the same or explains its
/// exceptions.
struct HypothesisContest {
    let grid: ColumnGrid
    private(set) var winners: [ColumnHypothesis] = []

    init(grid: ColumnGrid) { self.grid = grid }

    /// The columns that are the result of quotients or changes, and so cannot be parts of a whole.
    var results: Set<Int> {
        Set(
            winners.compactMap { winner -> Int? in
                switch winner.form {
                case .ratio(let result, _, _, _, _): result
                case .sum(_, let parts): parts.first { grid.columns[$0].heading.isChange }
                }
            })
    }

    /// Adds the hypotheses that no better one beats, the best first.
    mutating func enter(_ hypotheses: [ColumnHypothesis]) {
        let order = hypotheses.filter(\.isConvincing).enumerated().sorted { a, b in
            a.element.net == b.element.net ? a.offset < b.offset : a.element.net > b.element.net
        }
        for (_, hypothesis) in order where !isBeaten(hypothesis) { winners.append(hypothesis) }
    }

    /// Whether a better hypothesis says the same, or explains the exceptions to this one.
    private func isBeaten(_ hypothesis: ColumnHypothesis) -> Bool {
        let members = Set(hypothesis.form.members)
        return winners.contains { winner in
            let theirs = Set(winner.form.members)
            // The same columns, arranged differently.
            if theirs == members { return isSameKind(winner.form, hypothesis.form) || !hypothesis.failing.isEmpty }
            guard !hypothesis.failing.isEmpty else {
                // The same sum, with or without a part that is always zero.
                return isSum(winner.form) && isSum(hypothesis.form) && winner.form.result == hypothesis.form.result
                    && theirs.intersection(members).count > 1 && winner.failing.isEmpty
            }
            guard isSameKind(winner.form, hypothesis.form), winner.form.result == hypothesis.form.result else {
                return false
            }
            let holding = Set(winner.holding)
            let explained = hypothesis.failing.count { holding.contains($0) }
            return theirs.intersection(members).count > 1 && explained * 2 > hypothesis.failing.count
        }
    }

    private func isSum(_ form: ColumnForm) -> Bool { if case .sum = form { true } else { false } }

    private func isSameKind(_ a: ColumnForm, _ b: ColumnForm) -> Bool {
        switch (a, b) {
        case (.sum, .sum): true
        case (.ratio(_, _, _, _, let isChange), .ratio(_, _, _, _, let other)): isChange == other
        default: false
        }
    }
}
