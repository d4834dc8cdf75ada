package import Core

extension AreaTable.ConstituentGap {
    /// Says why the names in the rows do not add up to the area: `no rows of Copeland, a part of the area`.
    package var words: String {
        switch self {
        case .silent(let names): "no rows of \(Self.list(names)), a part of the area"
        case .repeated(let names):
            "rows of \(Self.list(names)) and of their successors or predecessors, which may count the same events twice"
        }
    }

    private static func list(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
