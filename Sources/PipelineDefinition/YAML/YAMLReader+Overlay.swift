import Core
import Yams

/// Merges a definition with the base that it extends. The definition states only what differs: its values replace those
/// of the base, in mappings key by key and in lists of mappings by `id`. Every value keeps its own file and place.
extension YAMLReader {
    /// Returns this node laid over the node of a base.
    func over(_ base: YAMLReader) -> YAMLReader {
        var reader = self
        reader.bases = bases.isEmpty ? [base] : [bases[0].over(base)]
        return reader
    }

    /// The entries of the base's mapping; empty when there is no base or its node is not a mapping.
    private var inherited: [Entry] {
        guard let base = bases.first, base.isMapping else { return [] }
        return base.entries() ?? []
    }

    /// Merges the entries of this node with those of the base. The base's entries come first, in its order. A key with
    /// an empty value removes the base's entry.
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

    /// Merges the items of this list with those of the base's list if both are lists of mappings with an `id`.
    /// Otherwise returns the items of this list.
    func merged(_ own: [YAMLReader]) -> [YAMLReader] {
        guard let base = bases.first, base.isList else { return own }
        let inherited = base.list()
        let (ids, known) = (own.map(\.id), inherited.map(\.id))
        guard !ids.contains(nil), !known.contains(nil) else { return own }
        let names = Set(known)
        var changes: [String?: YAMLReader] = [:]
        // If two items replaced the same item of the base, one of them would be lost, so this is an error. Two items
        // with the same new id are both kept, and are reported later.
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

    /// Whether the node is a list.
    private var isList: Bool { if case .sequence = node { true } else { false } }

    /// Whether the value is empty, `~` or `null`.
    private var isNull: Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }

    /// The `id` of the mapping.
    private var id: String? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.first { $0.key.scalar?.string == "id" }?.value.scalar?.string
    }

    /// Returns this node and its bases as one node, with the bases' paths relative to the definition's folder.
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

    /// Reads a path and returns it relative to the folder of the definition that is being read. In a base, paths are
    /// written relative to the base's own folder.
    func path() -> Located<String>? {
        guard let text = text() else { return nil }
        paths.places.insert(position)
        return Located(prefixed(text.value), at: text.position)
    }

    /// Reads a list of paths.
    func pathList() -> [Located<String>] { list().compactMap { $0.path() } }

    /// Returns the path with `folder` in front. A folder that `..` leaves again is omitted.
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

/// The places of paths in a definition and its bases, as far as these have been read.
final class DefinitionPaths {
    var places: Set<SourcePosition> = []
}
