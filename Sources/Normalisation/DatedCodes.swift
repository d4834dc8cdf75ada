import Core

/// Decides under which code an event counts in its period, for codes that were not always in use. Each code is looked up
/// once for each period.
struct DatedCodes {
    /// The result for a code in a period.
    struct Standing {
        /// The code under which the event counts; nil if the list does not show where the event belongs.
        let category: Int?
        /// The code that was not in use; nil if the code as written was in use, or names a class.
        let outside: CodesOutsideTime.Code?
    }

    private struct Key: Hashable {
        let code: ResolvedCode
        let period: Period
    }

    private let classification: Classification
    private let isSensitive: Bool
    private var known: [Key: Standing] = [:]

    init(_ classification: Classification, isSensitive: Bool) {
        self.classification = classification
        self.isSensitive = isSensitive
    }

    /// Returns the result for a code in scope.
    mutating func standing(of code: ResolvedCode, in period: Period) -> Standing {
        let key = Key(code: code, period: period)
        if let standing = known[key] { return standing }
        let standing = found(code, period)
        known[key] = standing
        return standing
    }

    private func found(_ code: ResolvedCode, _ period: Period) -> Standing {
        switch code {
        case .wholeClass(let whole):
            return Standing(category: classification.code(of: whole, in: period), outside: nil)
        case .category(let category):
            if classification.isInUse(category, in: period) { return Standing(category: category, outside: nil) }
            let other = classification.standIn(for: category, in: period)
            let group = other.flatMap { classification.codes[$0].group }.map { classification.groups[$0].title } ?? ""
            let outside = CodesOutsideTime.Code(
                code: isSensitive ? "" : classification.codes[category].code,
                use: isSensitive ? "" : classification.useOfCode(category) ?? "", group: group)
            return Standing(category: other, outside: outside)
        case .outOfScope, .unknown: return Standing(category: nil, outside: nil)
        }
    }
}

extension Classification {
    /// Returns the code and when it was in use, as a note on a row in whose month it was not.
    func note(onUseOf category: Int) -> String? {
        useOfCode(category).map { "'\(codes[category].code)' is in use \($0)" }
    }
}
