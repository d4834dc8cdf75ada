/// The returns of a definition's indicators, and other names that partners use.
public struct ReturnNames: Sendable {
    /// The names of the returns in the definition.
    public let names: Set<String>
    /// Those whose values are shares, in per cent.
    public let proportions: Set<String>
    private let byFolded: [String: String]

    /// Returns by name, with the labels of the indicators that show them. A label of two returns names neither.
    public init(_ names: Set<String>, labels: [(label: String, name: String)] = [], proportions: Set<String> = []) {
        self.names = names
        self.proportions = proportions
        let all = names.map { (label: $0, name: $0) } + labels.filter { names.contains($0.name) }
        byFolded = Dictionary(grouping: all) { $0.label.lowercased() }.compactMapValues { own in
            Set(own.map(\.name)).count == 1 ? own.first?.name : nil
        }
    }

    /// The return that the text names: by its name, else by name or label without regard to case.
    func name(of text: String) -> String? { names.contains(text) ? text : byFolded[text.lowercased()] }
}
