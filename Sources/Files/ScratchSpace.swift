import SystemPackage

/// Disk space for libxlsxwriter's temporary files. The library does not notice when they cannot be written. The space
/// is therefore claimed and released before the library starts and again when it has ended. If the disk became full in
/// between, it is still full at the second claim, which then fails.
package enum ScratchSpace {
    /// Throws when the folder has no space for a workbook with that many bytes of markup.
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

    /// The bytes for the styles, theme and relations of every workbook, and for the archive's own records.
    private static let fixedParts = 1 << 17
}
