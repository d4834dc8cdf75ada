import Core

extension TableSchema.Repeats {
    /// Describes the rows that repeat an identifier with other contents: their number, their lines and the row that
    /// counts. `isUnknown` is true if the right row cannot be known, so that figures are not available.
    func words(_ lines: [Int], maxNamed: Int, isUnknown: Bool = false) -> String {
        let used =
            switch self {
            case _ where isUnknown: "it is not known which is right, so their figures are not available"
            case .first: "the first row counts"
            case .last: "the last row counts"
            case .placed: "the row with a place counts, or the last of several"
            }
        let named = lines.prefix(maxNamed).map(String.init).joined(separator: ", ")
        let rest = lines.count > maxNamed ? " and \(lines.count - maxNamed) more" : ""
        return
            "\(lines.count) \(lines.count == 1 ? "row" : "rows") (line\(lines.count == 1 ? "" : "s") \(named)\(rest)); \(used)"
    }
}
