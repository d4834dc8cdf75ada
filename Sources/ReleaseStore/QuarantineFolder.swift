import CSV
import Files
import Releases

/// The quarantined rows of a release, in the state folder and never among the files that officers collect.
enum QuarantineFolder {
    /// Writes the files into a temporary folder, which is moved into place when the release has its name. Returns nil
    /// when no extract has quarantined rows.
    static func stage(_ release: Release, in output: String) async throws -> sending StagedFolder? {
        guard !release.quarantine.isEmpty else { return nil }
        let parent = OutputLayout(output).quarantines
        let staged = try StagedFolder(in: parent, .private)
        do {
            let together = release.quarantine.count > maxFlushedAlone
            let paths = try release.quarantine.map { try staged.reserve(try FileName.checkPath($0.name)) }
            try await write(release.quarantine, to: paths, flushing: !together)
            if together { try Folder.synchroniseFileSystem(of: parent) }
        } catch {
            staged.discard()
            throw error
        }
        return staged
    }

    /// Writes several files at a time, because each waits for its rows to be read again from the extract, and for the
    /// disk.
    private static func write(_ files: [QuarantineFile], to paths: [String], flushing: Bool) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in 0..<writers {
                group.addTask {
                    for index in stride(from: first, to: files.count, by: writers) {
                        try write(files[index], to: paths[index], flushing: flushing)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private static let writers = 4
    /// When there are more files than this, they are flushed to the disk together.
    private static let maxFlushedAlone = 16

    private static func write(_ file: QuarantineFile, to path: String, flushing: Bool) throws {
        let output = try OutputFile(path, .private)
        var csv = QuarantineCSV(extract: file.extract, sha256: file.sha256, encoding: file.encoding)
        try file.forEachRow { row in
            csv.append(row)
            if csv.pending >= blockSize { try output.write(csv.drain()) }
        }
        try output.write(csv.drain())
        try output.finish(flushing: flushing)
    }

    private static let blockSize = 1 << 16
}
