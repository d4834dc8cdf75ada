import Files
package import Formats
package import Releases
import Reporting
import WebPages

/// Writes releases: each is written to a temporary folder, flushed and renamed, and `latest` is set last of all.
public enum ReleasePublisher {
    /// Publishes the release into the output folder of the lock.
    ///
    /// Throws an `OutputFailure`, or any error of reading a quarantine file's rows. After an error the new release is
    /// either complete or absent, `latest` points to a complete release, and every earlier release is unchanged. When
    /// `movesLatest` is false, an existing link `latest` stays as it is, because the release shows an earlier state. A
    /// release without an identifier gets one from its content.
    package static func publish(
        _ release: Release, in formats: ChosenFormats = .standard, holding lock: OutputLock, movesLatest: Bool = true
    ) async throws -> PublishedRelease {
        let manifest = release.manifest
        let given = [manifest.releaseID].filter { !$0.isEmpty }
        for name in [manifest.pipeline, manifest.quarter] + given { try FileName.check(name) }
        guard given != [OutputLayout.Name.latest], manifest.pipeline != OutputLayout.Name.state else {
            throw OutputFailure.unusableName(given.first ?? manifest.pipeline)
        }
        let quarter = OutputLayout(lock.output).quarter(manifest.quarter, of: manifest.pipeline)
        let staged = try StagedFolder(in: quarter, .shared)
        do {
            let latest = try LatestLink(in: quarter)
            // These steps run in parallel: rows in quarantine are read again from the extracts, which takes as long as
            // everything else.
            let output = lock.output
            async let quarantine = QuarantineFolder.stage(release, in: output)
            let written = try write(release, in: formats, to: staged)
            let (files, releaseID) = (staged.files, written.releaseID)
            let quarantined = try await quarantine
            try quarantined?.replace(releaseID)
            try RecordFolder.publish(release, as: releaseID, in: output)
            let settlement = try staged.settle(as: releaseID)
            if movesLatest || !latest.exists { try latest.point(to: releaseID) }
            return PublishedRelease(
                folder: "\(quarter)/\(releaseID)", releaseID: releaseID, files: files,
                quarantineFolder: quarantined.map { _ in OutputLayout(output).quarantine(of: releaseID) },
                isUnchanged: settlement == .unchanged,
                indexProblem: OutputIndex.problem(writingIn: output, knowing: written))
        } catch {
            staged.discard()
            throw error
        }
    }

    /// Writes every file of the release and returns the manifest as it was written.
    private static func write(
        _ unnamed: Release, in formats: ChosenFormats, to staged: StagedFolder
    ) throws -> Manifest {
        let appendices = try formats.write(.appendix, of: unnamed, to: staged)
        var files = appendices
        if let summary = unnamed.summary {
            try staged.write(Array(summary.markdown.utf8), to: OutputLayout.Name.summary)
            files.append(FormatFile(OutputLayout.Name.summary, title: "Summary in plain English"))
        }
        files += try formats.write(.release, of: unnamed, to: staged)
        let release = try named(unnamed, by: staged.contents())
        try writePage(of: release, files, to: staged)
        let words = release.description
        let manifest = release.manifest.published(
            about: Manifest.About(
                title: words.title, partnership: words.partnership, period: words.period,
                appendices: appendices.map { Manifest.About.Appendix(file: $0.file, title: $0.title) }),
            changes: release.changes.isEmpty ? nil : release.changes, outputs: try staged.contents())
        try staged.write(try manifest.json(), to: OutputLayout.Name.manifest)
        return manifest
    }

    /// Returns the release with its identifier, which no file contains yet.
    private static func named(_ release: Release, by files: [Manifest.Output]) -> Release {
        let manifest = release.manifest
        return manifest.releaseID.isEmpty ? release.named(ReleaseIdentity(manifest, files).id) : release
    }

    private static func writePage(
        of release: Release, _ files: [FormatFile], to staged: StagedFolder
    ) throws {
        let written = try staged.contentsByName()
        let downloads = files.compactMap { file in
            written[file.file].map { (file: file.file, title: file.title, bytes: $0.bytes) }
        }
        guard let page = try PageTemplates().render(ReleasePage(release, files: downloads), with: "release") else {
            throw OutputFailure.unusableName("release")
        }
        try staged.write(page, to: OutputLayout.Name.page)
    }
}
