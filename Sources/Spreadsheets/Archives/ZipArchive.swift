package import Core

/// A zip archive that is read in place. Several threads may read it, because each reading opens the file by itself.
package struct ZipArchive: Sendable {
    /// A file in the archive; folders are left out.
    package struct Member: Hashable, Sendable {
        /// The path in the archive, with `/` between folders. Names that are not UTF-8 are read as code page 437.
        package let name: String
        /// The bytes when unpacked and in the archive, as the archive declares them; reading checks the former.
        package let size, compressedSize: Int
        /// The checksum of the unpacked bytes, which reading checks.
        package let crc32: UInt32
        package let isEncrypted: Bool
        /// The day of the last change in the clock of the computer that packed it; nil when there is no such day.
        package let modified: CalendarDate?
        /// The number of the compression method: 0 for stored, 8 for deflate.
        let method: Int
        /// Where the directory's entry is, for minizip.
        let position, number: UInt64
    }

    /// The path that is opened, and the name that messages use.
    package let path, name: String
    /// The files in the order of the archive's directory.
    package let members: [Member]

    /// Reads the directory of the archive. `name` is the file's name in messages; it is the path when there is none.
    package init(path: String, name: String? = nil) throws(SpreadsheetError) {
        self.path = path
        self.name = name ?? path
        members = try ZipDirectory.members(path: path, name: self.name)
    }

    /// The member of that name, if there is one. Office documents do not distinguish upper and lower case.
    func member(_ name: String) -> Member? {
        let lower = name.lowercased()
        return members.first { $0.name == name }
            ?? members.first { $0.name.utf8.count == name.utf8.count && $0.name.lowercased() == lower }
    }
}
