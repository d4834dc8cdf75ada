import CSV
import Files
public import Releases
import Reporting
import WebPages
import Workbooks

/// Writes releases: staged beside their place, flushed, renamed, and `latest` set last of all.
public enum ReleasePublisher {
    /// Publishes the release into the output folder of the lock.
    ///
    /// Throws an `OutputFailure`, or whatever a quarantine file throws while it hands over its rows. Then the release is
    /// either whole or not there at all, `latest` points to a whole one, and every earlier one is as it was.
    /// With `movesLatest` false the link `latest` stays where it is, when there is one: the release is of an earlier state.
    public static func publish(
        _ release: Release, holding lock: OutputLock, movesLatest: Bool = true
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
            let written = try await write(release, to: staged)
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
    private static func write(_ release: Release, to staged: StagedFolder) async throws -> Manifest {
        let files = describedFiles(of: release)
        // While the workbooks are written: of many extracts the lists are long.
        async let contents = files.map { $0.bytes }
        var titles: [(file: String, title: String)] = []
        for appendix in release.appendices {
            let file = try FileName.check(appendix.fileName) + ".xlsx"
            try WorkbookWriter(created: release.created, scratch: staged.scratch)
                .write(appendix, to: try staged.reserve(file))
            titles.append((file, appendix.title))
        }
        let appendices = titles.map { Manifest.About.Appendix(file: $0.file, title: $0.title) }
        if let summary = release.summary {
            try staged.write(Array(summary.markdown.utf8), to: OutputLayout.Name.summary)
            titles.append((OutputLayout.Name.summary, "Summary in plain English"))
        }
        for (file, bytes) in zip(files, await contents) {
            try staged.write(bytes, to: try FileName.check(file.file))
            titles.append((file.file, file.title))
        }
        try staged.write(
            try DataPackage(release, files, written: try staged.contentsByName()).json(),
            to: OutputLayout.Name.dataPackage)
        titles.append((OutputLayout.Name.dataPackage, "Data package: what every CSV holds"))
        try writePage(of: release, titles, to: staged)
        var manifest = release.manifest
        let words = release.description
        manifest.about = Manifest.About(
            title: words.title, partnership: words.partnership, period: words.period,
            appendices: appendices)
        manifest.changes = release.changes.isEmpty ? nil : release.changes
        manifest.outputs = try staged.contents()
        try staged.write(try manifest.json(), to: OutputLayout.Name.manifest)
        return manifest
    }

    /// Every CSV of the release, and the dictionary of their columns last.
    private static func describedFiles(of release: Release) -> [any DescribedCSV] {
        var files: [any DescribedCSV] = release.tables.map(TableCSV.init)
        files += release.chartTables.map(TableCSV.init) as [any DescribedCSV]
        files += release.listings.map(ListingCSV.init) as [any DescribedCSV]
        files +=
            [
                FiguresCSV(release.tables), ExtractsCSV(release.manifest.inputs),
                DataQualityCSV(quality: release.quality),
            ] as [any DescribedCSV]
        if let revisions = release.revisions { files.append(RevisionsCSV(revisions)) }
        return files + [DataDictionaryCSV(of: files)]
    }

    private static func writePage(
        of release: Release, _ titles: [(file: String, title: String)], to staged: StagedFolder
    ) throws {
        let written = try staged.contentsByName()
        let files = titles.compactMap { file, title in written[file].map { (file: file, title: title, bytes: $0.bytes) }
        }
        guard let page = try PageTemplates().render(ReleasePage(release, files: files), with: "release") else {
            throw OutputFailure.unusableName("release")
        }
        try staged.write(page, to: OutputLayout.Name.page)
    }
}
