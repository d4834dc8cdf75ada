/// What may be the name of a file or a folder of a release.
package enum FileName {
    /// The name, when it is one: no folder in it, not hidden, nothing that a shell or a share trips over.
    @discardableResult
    package static func check(_ name: String) throws(OutputFailure) -> String {
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && scalar.value != 0x7F && !forbidden.contains(scalar)
        }
        guard isPlain, let first = name.first, first != ".", name.utf8.count <= 200 else {
            throw .unusableName(name)
        }
        return name
    }

    /// A path below a folder.
    @discardableResult
    package static func checkPath(_ path: String) throws(OutputFailure) -> String {
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            guard !part.isEmpty, part != ".", part != "..", !part.utf8.contains(0) else { throw .unusableName(path) }
        }
        return path
    }

    private static let forbidden = Set("/\\:*?\"<>|".unicodeScalars)
}
