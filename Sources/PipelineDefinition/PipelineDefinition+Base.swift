import Core
import Yams

/// Finds the text of a base by its path, relative to the folder of the definition that is being read. If the base
/// cannot be read, reports an error and returns nil.
public typealias BaseReading = (Located<String>) -> (text: String, file: String)?

extension YAMLReader {
    /// The maximum number of bases, each extending the next.
    private static let maxBases = 8

    /// Reads a definition laid over the base that it extends. That base is laid over its own base. Errors are reported
    /// with the file that contains them.
    static func extended(
        _ text: String, file: String, _ errors: DefinitionErrorCollector, reading bases: BaseReading
    ) -> YAMLReader? {
        guard var reader = YAMLReader.read(text, file: file, errors) else { return nil }
        var seen = [file]
        while let name = reader.base() {
            guard let path = name.path() else { return nil }
            guard let (text, file) = bases(path) else { return nil }
            guard !seen.contains(file) else {
                name.report(.contradiction("'\(path.value)' leads back to a file that extends it: name another base"))
                return nil
            }
            guard seen.count <= maxBases else {
                name.report(
                    .contradiction(
                        "more than \(maxBases) bases extend one another: extend a base that rests on fewer bases"))
                return nil
            }
            seen.append(file)
            guard
                let base = YAMLReader.read(
                    text, file: file, folder: folder(of: path.value), paths: reader.paths, errors)
            else { return nil }
            reader = reader.over(base)
        }
        return reader
    }

    /// Returns the value of `extends` in the last base that has been read.
    private func base() -> YAMLReader? {
        if let base = bases.first { return base.base() }
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.first { $0.key.scalar?.string == "extends" }.map { with($0.value) }
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}

extension PipelineDefinition {
    /// Merges the definition and its bases into one text. The text has the same meaning as the definition, as long as
    /// the text lies in the definition's folder. Nil when the definition cannot be read.
    public static func merged(
        _ text: String, file: String, _ errors: DefinitionErrorCollector, reading bases: BaseReading
    ) throws -> String? {
        guard let reader = YAMLReader.extended(text, file: file, errors, reading: bases) else { return nil }
        // The definition is read completely to find out which of its texts are paths.
        _ = read(reader, file: file, errors)
        guard case .mapping(var whole) = reader.mergedNode() else { return nil }
        whole["extends"] = nil
        return try Yams.serialize(node: .mapping(whole), width: -1, allowUnicode: true)
    }
}
