import Core
import Crypto
import Files
import FoundationEssentials
package import PipelineDefinition
import SystemPackage

/// Reads the files that a definition names, and remembers the SHA-256 of each.
package final class DefinitionFolder {
    private let folder: String
    private var digests: [String: String] = [:]
    /// The folder that a base and its files lie in, when it is not that of the definition.
    private var baseFolder: String?

    /// The folder of a definition.
    package init(definition path: String) { folder = Self.parent(of: path) }

    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The text of a base. Where its files lie outside of the definition's folder, a release names them from the folder that has
    /// them all, whatever leads there from here.
    package func base(_ name: Located<String>, _ errors: DefinitionErrorCollector) -> (text: String, file: String)? {
        if baseFolder == nil, name.value.hasPrefix("../") || name.value.hasPrefix("/") {
            baseFolder = Self.parent(of: Self.parent(of: name.value)) + "/"
        }
        return text(name, errors).map { ($0, path(name.value)) }
    }

    private func shown(_ path: String) -> String {
        guard let baseFolder, path.hasPrefix(baseFolder) else { return path }
        return "base/" + path.dropFirst(baseFolder.count)
    }

    /// Every file read so far, by path.
    package var files: [PipelinePlan.DefinitionFile] {
        digests.map {
            PipelinePlan.DefinitionFile(path: shown($0.key), file: $0.key, sha256: $0.value)
        }.sorted { $0.path < $1.path }
    }

    /// The path as the system takes it.
    package func path(_ name: String) -> String { name.hasPrefix("/") ? name : folder + "/" + name }

    /// Whether there is such a file.
    package func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The bytes of a file that the definition names; a file that cannot be read is an error, and nil.
    func bytes(_ name: Located<String>, _ errors: DefinitionErrorCollector) -> [UInt8]? {
        let file = path(name.value)
        guard let data = FileManager.default.contents(atPath: file), !Folder.exists(file) else {
            guard !ReadPermission.isDenied(file) else {
                errors.report(.forbiddenFile(name.value), at: name.position)
                return nil
            }
            let reason =
                Folder.exists(file)
                ? "it is a folder" : "\(SystemCall.accessError(file, .readable) ?? .ioError)"
            errors.report(
                .missingFile(name.value, reason: reason, known: siblings(of: name.value)), at: name.position)
            return nil
        }
        let bytes = [UInt8](data)
        digests[name.value] = Hexadecimal.text(of: SHA256.hash(data: bytes))
        return bytes
    }

    /// The text of a file that the definition names.
    package func text(_ name: Located<String>, _ errors: DefinitionErrorCollector) -> String? {
        guard let bytes = bytes(name, errors) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            errors.report(.missingFile(name.value, reason: "it is not UTF-8", known: []), at: name.position)
            return nil
        }
        return text
    }

    /// The files beside the one that is missing, for a suggestion.
    private func siblings(of name: String) -> [String] {
        let parent = Self.parent(of: name)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path(parent))) ?? []
        return names.sorted().map { parent == "." ? $0 : parent + "/" + $0 }.filter { $0 != name }
    }
}
