/// The returns of a definition's indicators, and other names that partners use for them.
public struct ReturnNames: Sendable {
    /// The names of the returns in the definition.
    public let names: Set<String>
    /// The names of returns with values that are shares, in per cent.
    public let proportions: Set<String>
    private let byFolded: [String: String]

    /// Creates the names of returns, with the labels of the indicators that show them. A label that two returns share
    /// stands for neither of them.
    public init(_ names: Set<String>, labels: [(label: String, name: String)] = [], proportions: Set<String> = []) {
        self.names = names
        self.proportions = proportions
        let all = names.map { (label: $0, name: $0) } + labels.filter { names.contains($0.name) }
        byFolded = Dictionary(grouping: all) { $0.label.lowercased() }.compactMapValues { own in
            Set(own.map(\.name)).count == 1 ? own.first?.name : nil
        }
    }

    /// Returns the return that the text names: by its exact name, or else by name or label without regard to case.
    func name(of text: String) -> String? { names.contains(text) ? text : byFolded[text.lowercased()] }
}
