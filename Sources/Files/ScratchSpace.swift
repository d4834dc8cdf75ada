import Glibc

/// Disk space for libxlsxwriter's temporary files. The library does not notice when they cannot be written. The space
/// is therefore claimed and released before the library starts and again when it has ended. A disk that became full in
/// between is still full.
package enum ScratchSpace {
    /// Throws when the folder has no space for a workbook with that many bytes of markup.
    package static func check(_ bytes: Int, in folder: String) throws(OutputFailure) {
        let path = folder + "/.room"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FileAccess.private.fileMode)
        guard descriptor >= 0 else { throw .creating(path, errno) }
        defer {
            close(descriptor)
            unlink(path)
        }
        let code = posix_fallocate(descriptor, 0, off_t(bytes + fixedParts))
        guard code == 0 else { throw .io(path: folder, errno: code) }
    }

    /// The bytes for the styles, theme and relations of every workbook, and for the archive's own records.
    private static let fixedParts = 1 << 17
}
