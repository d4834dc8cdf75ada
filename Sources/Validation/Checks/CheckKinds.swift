public import Core

/// The kinds of checks that schemas can declare.
public enum CheckKinds {
    /// All kinds, each in a file of its own. Messages name their keys in this order.
    public static let all: [any CheckKind.Type] = [
        OrderCheck.self,
        FileNameCheck.self,
        RequiredCheck.self,
        UniqueCheck.self,
    ]

    /// The keys of all kinds, each once.
    public static let keys: [String] = all.reduce(into: []) { keys, kind in
        keys += kind.keys.filter { !keys.contains($0) }
    }

    /// Returns the kind of check that an item with the key and the value asks for; nil when no kind has the key.
    public static func kind(_ key: String, _ value: String) -> (any CheckKind.Type)? {
        all.first { $0.takes(key, value) }
    }

    /// Returns whether rows break the rule only where a schema declares a check under `checks`.
    public static func isDeclared(_ rule: FindingRule) -> Bool { all.contains { $0.rule == rule && !$0.keys.isEmpty } }

    /// Returns what to do about a row that breaks the rule; nil when no check has the rule.
    static func advice(_ rule: FindingRule) -> String? { all.first { $0.rule == rule }?.advice }
}
