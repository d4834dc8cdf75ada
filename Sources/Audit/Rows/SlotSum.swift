/// A row that may be the sum of others.
struct SlotSum {
    let total: Int
    let parts: [Int]
    var isComplete = true
    /// Whether a tree that is known says so.
    var isKnown = false
    /// Whether what stands around it leaves its parts no other place.
    var isSupported = false
    var score = RowEvidence.Score()

    /// Whether a figure that contradicts it is an error.
    var isFirm: Bool { isKnown || isSupported || score.isFirm }
}
