import Core
import Yams

/// Changes the text of a schema in one place, using the positions of its nodes. Comments, order and style stay as they
/// are.
public struct SchemaEdit {
    private let text: YAMLText
    private let field: MappingNode
    private let alias: String

    /// Returns the text with one more alias for the field. The result is read again and must be the old schema with the
    /// alias. Nil when the text is too unusual to be changed safely.
    public static func adding(alias: String, toField name: String, in text: String) -> String? {
        guard let root = try? Yams.compose(yaml: text), let fields = root.mapping?["fields"]?.sequence,
            let node = fields.first(where: { $0.mapping?["name"]?.scalar?.string == name }),
            let field = MappingNode(node), let yaml = YAMLText(text)
        else { return nil }
        guard let edited = SchemaEdit(text: yaml, field: field, alias: alias).edited else { return nil }
        return isSound(edited, was: text, alias, name) ? edited : nil
    }

    private var edited: String? {
        guard let ours = field.mapping["shp"] else {
            return text.adding("shp: {aliases: [\(inFlow)]}", to: field)
        }
        guard let mapping = MappingNode(ours) else { return nil }
        switch mapping.mapping["aliases"] {
        case nil: return text.adding("aliases: [\(inFlow)]", to: mapping)
        case .sequence(let sequence)?: return text.adding(inFlow, inBlock: inBlock, to: sequence)
        case .scalar(let scalar)?: return text.replacing(scalar) { "[\($0), \(inFlow)]" }
        default: return nil
        }
    }

    private var inFlow: String { Self.isPlain(alias, besides: ",[]{}") ? alias : quoted }
    private var inBlock: String { Self.isPlain(alias, besides: "") ? alias : quoted }

    private var quoted: String {
        "\"" + alias.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Whether every version of YAML reads the text without quotes as the same text.
    private static func isPlain(_ text: String, besides excluded: String) -> Bool {
        guard let first = text.first, first.isLetter, text.last != " ", text.last != ":" else { return false }
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        return !words.contains(text.lowercased()) && !text.contains(": ") && !text.contains(" #")
            && !text.contains { excluded.contains($0) || $0 == "\"" || $0 == "\\" }
    }

    private static func isSound(_ edited: String, was text: String, _ alias: String, _ field: String) -> Bool {
        let errors = DefinitionErrorCollector()
        guard var before = SchemaReading.read(text, file: "", errors),
            let after = SchemaReading.read(edited, file: "", errors), errors.errors.isEmpty,
            let index = before.fields.firstIndex(where: { $0.name == field })
        else { return false }
        before.fields[index].aliases.append(alias)
        return before.fields.map(\.names) == after.fields.map(\.names)
    }
}

extension SchemaField {
    fileprivate var names: [String] { [name, title, role?.rawValue ?? "", flag ?? ""] + aliases }
}

/// A mapping and its place in the text.
struct MappingNode {
    let mapping: Node.Mapping
    let mark: Mark

    init?(_ node: Node) {
        guard let mapping = node.mapping, let mark = node.mark else { return nil }
        self.mapping = mapping
        self.mark = mark
    }
}
