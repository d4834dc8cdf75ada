import SystemPackage

/// Disk space for libxlsxwriter's temporary files. It does not notice when they cannot be written, so the space is
/// claimed and released before it starts, and again when it has ended: a disk that was full in between still is.
package enum ScratchSpace {
    /// Throws when the folder has no space for a workbook of so many bytes of markup.
    package static func check(_ bytes: Int, in folder: String) throws(OutputFailure) {
        let path = folder + "/.room"
        let file = try OutputFailure.creating(path) {
            try SystemCall.open(
                path, .writeOnly, [.create, .exclusiveCreate], FileAccess.private.filePermissions)
        }
        defer {
            try? file.close()
            try? SystemCall.removeFile(path)
        }
        try OutputFailure.transferring(folder) { try SystemCall.claim(bytes + fixedParts, of: file) }
    }

    /// Styles, theme, relations: what every workbook has, and the archive's own records.
    private static let fixedParts = 1 << 17
}
