/// A row that may be the sum of other rows.
struct SlotSum {
    let total: Int
    let parts: [Int]
    var isComplete = true
    /// Whether the sum comes from a known tree.
    var isKnown = false
    /// Whether the rows around the sum, or its label, support it.
    var isSupported = false
    var score = RowEvidence.Score()

    /// Whether a figure that contradicts the sum is an error.
    var isFirm: Bool { isKnown || isSupported || score.isFirm }
}
