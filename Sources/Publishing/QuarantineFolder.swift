/// The quarantined rows of a release, in the state folder and never among what officers collect.
enum QuarantineFolder {
    /// Writes the files the way releases are written. Nil when no extract has quarantined rows.
    static func publish(_ release: Release, in output: String) throws -> String? {
        guard !release.quarantine.isEmpty else { return nil }
        let parent = OutputLock.stateFolder(of: output) + "/quarantine"
        let staged = try StagedFolder(named: release.manifest.releaseID, in: parent, .private)
        do {
            for file in release.quarantine {
                let path = try staged.reserve(try FileName.checkPath(file.name))
                try write(file, to: path)
            }
            _ = try staged.settle()
        } catch {
            staged.discard()
            throw error
        }
        return "\(parent)/\(release.manifest.releaseID)"
    }

    private static func write(_ file: QuarantineFile, to path: String) throws {
        let output = try OutputFile(path, .private)
        var csv = QuarantineCSV(encoding: file.encoding)
        try file.forEachRow { row in
            csv.append(row)
            if csv.pending >= blockSize { try output.write(csv.drain()) }
        }
        try output.write(csv.drain())
        try output.finish()
    }

    private static let blockSize = 1 << 16
}
