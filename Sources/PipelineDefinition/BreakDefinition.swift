public import Core

/// A month from which a source counts something else under the same name: `{id: burglary-2023, source: crime, groups:
/// [residential-burglary], from: 2023-04, note: Sheds and garages are counted apart.}`.
public struct BreakDefinition: Sendable {
    public var id: Located<String>
    public var source: Located<String>
    /// The groups affected, with all groups below them; all groups when empty.
    public var groups: [Located<String>]
    /// The areas affected: `home`, `peers` or codes; all areas when empty.
    public var areas: [Located<String>]
    /// The first month after the break.
    public var from: Month
    /// What changed, in a sentence.
    public var note: Located<String>
}

extension BreakDefinition {
    init?(_ reader: YAMLReader) {
        guard let mapping = reader.mapping(allowing: ["id", "source", "groups", "areas", "from", "note"]),
            let id = mapping.required("id")?.fileName(), let source = mapping.text("source"),
            let from = mapping.required("from")?.month(), let note = mapping.text("note")
        else { return nil }
        self.init(
            id: id, source: source, groups: mapping["groups"]?.texts() ?? [], areas: mapping["areas"]?.texts() ?? [],
            from: from, note: note)
    }
}
