import Files
package import Formats
package import Releases
import Reporting
import WebPages

/// Writes releases: staged beside their place, flushed, renamed, and `latest` set last of all.
public enum ReleasePublisher {
    /// Publishes the release into the output folder of the lock.
    ///
    /// Throws an `OutputFailure`, or any error of a quarantine file while it hands over its rows. Then the release is
    /// either whole or not there at all, `latest` points to a whole one, and every earlier one is as it was.
    /// With `movesLatest` false the link `latest` stays where it is, when there is one: the release is of an earlier state.
    package static func publish(
        _ release: Release, in formats: ChosenFormats = .standard, holding lock: OutputLock, movesLatest: Bool = true
    ) async throws -> PublishedRelease {
        let manifest = release.manifest
        for name in [manifest.pipeline, manifest.quarter, manifest.releaseID] { try FileName.check(name) }
        guard manifest.releaseID != OutputLayout.Name.latest, manifest.pipeline != OutputLayout.Name.state else {
            throw OutputFailure.unusableName(manifest.releaseID)
        }
        let quarter = OutputLayout(lock.output).quarter(manifest.quarter, of: manifest.pipeline)
        let staged = try StagedFolder(named: manifest.releaseID, in: quarter, .shared)
        do {
            let latest = try LatestLink(in: quarter)
            // Side by side: rows in quarantine are read again from the extracts, which takes as long as all the rest.
            let output = lock.output
            async let quarantined = QuarantineFolder.publish(release, in: output)
            let written = try write(release, in: formats, to: staged)
            let files = staged.files
            let quarantine = try await quarantined
            try RecordFolder.publish(release, in: output)
            let settlement = try staged.settle()
            if movesLatest || !latest.exists { try latest.point(to: manifest.releaseID) }
            return PublishedRelease(
                folder: "\(quarter)/\(manifest.releaseID)", files: files, quarantineFolder: quarantine,
                isUnchanged: settlement == .unchanged, indexProblem: indexProblem(in: output, knowing: written))
        } catch {
            staged.discard()
            throw error
        }
    }

    /// The release is in its place: what happens to the page that leads to it can do it no harm.
    private static func indexProblem(in output: String, knowing written: Manifest) -> String? {
        do {
            try OutputIndex.write(in: output, knowing: written)
            return nil
        } catch { return "\(error)" }
    }

    /// Writes every file of the release; returns the manifest as it was written.
    private static func write(
        _ release: Release, in formats: ChosenFormats, to staged: StagedFolder
    ) throws -> Manifest {
        let appendices = try formats.write(.appendix, of: release, to: staged)
        var files = appendices
        if let summary = release.summary {
            try staged.write(Array(summary.markdown.utf8), to: OutputLayout.Name.summary)
            files.append(FormatFile(OutputLayout.Name.summary, title: "Summary in plain English"))
        }
        files += try formats.write(.release, of: release, to: staged)
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
