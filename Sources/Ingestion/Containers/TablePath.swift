import Core

/// The names of tables in workbooks and archives, as parts of a path. A release and its quarantine have files of these names.
enum TablePath {
    /// Returns the name of a file of an archive without the `./` that some programs write.
    static func plain(_ name: String) -> String {
        var name = Substring(name)
        while name.hasPrefix("./") { name = name.dropFirst(2) }
        return String(name)
    }

    /// Returns whether a part of the name begins with a dot, or is the folder in which macOS keeps data of its own.
    static func isHidden(_ name: String) -> Bool {
        plain(name).split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }

    /// The greatest number of bytes in a part of a name; file systems allow 255, with an ending.
    private static let longestPart = 240

    /// Throws when a name cannot be a path, or when two names are equal but for upper and lower case. A slash in the name of a
    /// sheet would end the name of its workbook.
    static func check(_ names: [String], areSheets: Bool = false, of file: String) throws(ExtractError) {
        var seen: Set<String> = []
        for name in names {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            let isUsable =
                (parts.count == 1 || !areSheets)
                && parts.allSatisfy { part in
                    !part.isEmpty && part != "." && part != ".." && part.utf8.count <= longestPart
                }
            guard isUsable, !name.unicodeScalars.contains(where: VisibleControls.isControl) else {
                throw .unreadableContainer(
                    file: file, code: "unusable-table-name",
                    reason:
                        "has a sheet or a file whose name cannot be used, '\(VisibleText.of(String(name.prefix(60))))'; "
                        + "rename it")
            }
            guard seen.insert(name.lowercased()).inserted else {
                throw .unreadableContainer(
                    file: file, code: "table-named-twice",
                    reason:
                        "has two sheets or files named '\(VisibleText.of(name))', apart from upper and lower case; rename "
                        + "one")
            }
        }
    }
}
