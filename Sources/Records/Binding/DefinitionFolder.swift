import Core
import Crypto
import Files
import FoundationEssentials
package import PipelineDefinition
import SystemPackage

/// Reads the files that a definition names, and records the SHA-256 of each.
package final class DefinitionFolder {
    private let folder: String
    private var digests: [String: String] = [:]
    /// The folder that contains the base and its files, if it is not the definition's folder.
    private var baseFolder: String?

    /// Creates the folder from the path of its definition.
    package init(definition path: String) { folder = Self.parent(of: path) }

    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Returns the text of a base. If the base lies outside the definition's folder, the paths in a release start at
    /// the folder that contains the base and its files. The way there from the definition does not matter.
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

    /// All files read so far, by path.
    package var files: [PipelinePlan.DefinitionFile] {
        digests.map {
            PipelinePlan.DefinitionFile(path: shown($0.key), file: $0.key, sha256: $0.value)
        }.sorted { $0.path < $1.path }
    }

    /// Returns the path for the file system.
    package func path(_ name: String) -> String { name.hasPrefix("/") ? name : folder + "/" + name }

    /// Returns whether the file exists.
    package func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// Returns the bytes of a file that the definition names. A file that cannot be read is reported as an error and
    /// gives nil.
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

    /// Returns the text of a file that the definition names.
    package func text(_ name: Located<String>, _ errors: DefinitionErrorCollector) -> String? {
        guard let bytes = bytes(name, errors) else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            errors.report(.missingFile(name.value, reason: "it is not UTF-8", known: []), at: name.position)
            return nil
        }
        return text
    }

    /// Returns the other files in the folder of the missing file, for a suggestion.
    private func siblings(of name: String) -> [String] {
        let parent = Self.parent(of: name)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path(parent))) ?? []
        return names.sorted().map { parent == "." ? $0 : parent + "/" + $0 }.filter { $0 != name }
    }
}
