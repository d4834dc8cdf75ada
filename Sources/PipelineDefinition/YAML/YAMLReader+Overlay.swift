import Core
import Yams

/// A definition that extends another says what differs: its values stand in place of the base's, mappings key by key and lists of
/// mappings by `id`. Every value keeps the file and the place that it was written in.
extension YAMLReader {
    /// This node over the one of a base.
    func over(_ base: YAMLReader) -> YAMLReader {
        var reader = self
        reader.bases = bases.isEmpty ? [base] : [bases[0].over(base)]
        return reader
    }

    /// The entries of the mapping of a base, as far as they are not written here with another kind of value.
    private var inherited: [Entry] {
        guard let base = bases.first, base.isMapping else { return [] }
        return base.entries() ?? []
    }

    /// The entries here over those of the base: the base's order first. A key with an empty value takes the base's away.
    func merged(_ own: [Entry]) -> [Entry] {
        let inherited = inherited
        guard !inherited.isEmpty else { return own }
        let changes = Dictionary(own.map { ($0.key.value, $0) }, uniquingKeysWith: { first, _ in first })
        let replaced = inherited.compactMap { entry -> Entry? in
            guard let change = changes[entry.key.value] else { return entry }
            return change.value.isNull ? nil : (change.key, change.value.over(entry.value))
        }
        let known = Set(inherited.map(\.key.value))
        return replaced + own.filter { !known.contains($0.key.value) }
    }

    /// The items here over those of the base's list, where both are lists of mappings with an `id`; else those here.
    func merged(_ own: [YAMLReader]) -> [YAMLReader] {
        guard let base = bases.first, base.isList else { return own }
        let inherited = base.list()
        let (ids, known) = (own.map(\.id), inherited.map(\.id))
        guard !ids.contains(nil), !known.contains(nil) else { return own }
        let names = Set(known)
        var changes: [String?: YAMLReader] = [:]
        // Two items of a base's id: one would be lost without a word. Two of another id are both there, and reported as such.
        for (id, item) in zip(ids, own) where names.contains(id) {
            guard changes[id] != nil else {
                changes[id] = item
                continue
            }
            item.report(.duplicateName(of: "id", id ?? ""))
        }
        let replaced = zip(known, inherited).map { id, item in changes[id].map { $0.over(item) } ?? item }
        return replaced + zip(ids, own).filter { !names.contains($0.0) }.map(\.1)
    }

    /// Whether a list stands here.
    private var isList: Bool { if case .sequence = node { true } else { false } }

    /// Whether nothing stands after the key, or `~`.
    private var isNull: Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }

    /// The `id` of a mapping.
    private var id: String? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.first { $0.key.scalar?.string == "id" }?.value.scalar?.string
    }

    /// Everything that is read here as one node, with the paths of a base as they are from here.
    func mergedNode() -> Node {
        switch node {
        case .mapping(let mapping):
            let pairs = (entries() ?? []).map { (Node($0.key.value), $0.value.mergedNode()) }
            return .mapping(Node.Mapping(pairs, mapping.tag, mapping.style))
        case .sequence(let sequence):
            return .sequence(Node.Sequence(list().map { $0.mergedNode() }, sequence.tag, sequence.style))
        case .scalar(let scalar):
            let text = paths.places.contains(position) ? prefixed(scalar.string) : scalar.string
            return .scalar(Node.Scalar(text, scalar.tag, scalar.style == .plain ? .any : scalar.style))
        case .alias: return node
        }
    }

    /// The path of a file that a definition names, from the folder of the definition that is read: a base names its own from
    /// its own folder.
    func path() -> Located<String>? {
        guard let text = text() else { return nil }
        paths.places.insert(position)
        return Located(prefixed(text.value), at: text.position)
    }

    /// The paths of the list here.
    func pathList() -> [Located<String>] { list().compactMap { $0.path() } }

    /// The path behind the folder; a folder that the path leaves again is left out.
    private func prefixed(_ path: String) -> String {
        guard !folder.isEmpty, !path.hasPrefix("/") else { return path }
        var folders = folder.split(separator: "/")
        var parts = path.split(separator: "/")
        while parts.first == "..", let last = folders.last, last != ".." {
            folders.removeLast()
            parts.removeFirst()
        }
        return (folder.hasPrefix("/") ? "/" : "") + (folders + parts).joined(separator: "/")
    }
}

/// Where paths stand in a definition and its bases, as far as they have been read.
final class DefinitionPaths {
    var places: Set<SourcePosition> = []
}
