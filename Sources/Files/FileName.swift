/// Checks whether a name can be used for a file or folder of a release.
package enum FileName {
    /// Returns the name when it can be used. Throws when it contains a folder, is hidden, is longer than 200 bytes, or
    /// has a character that shells or file shares cannot handle.
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

    /// Returns the path when it leads to a place below its folder, and otherwise throws.
    @discardableResult
    package static func checkPath(_ path: String) throws(OutputFailure) -> String {
        for part in path.split(separator: "/", omittingEmptySubsequences: false) {
            guard !part.isEmpty, part != ".", part != "..", !part.utf8.contains(0) else { throw .unusableName(path) }
        }
        return path
    }

    private static let forbidden = Set("/\\:*?\"<>|".unicodeScalars)
}
