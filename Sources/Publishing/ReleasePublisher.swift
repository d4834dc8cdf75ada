import Indicators
import Reporting

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
        guard manifest.releaseID != "latest", manifest.pipeline != "state" else {
            throw OutputFailure.unusableName(manifest.releaseID)
        }
        let quarter = "\(lock.output)/\(manifest.pipeline)/\(manifest.quarter)"
        let staged = try StagedFolder(named: manifest.releaseID, in: quarter, .shared)
        do {
            let latest = try LatestLink(in: quarter)
            // Side by side: rows in quarantine are read again from the extracts, which takes as long as all the rest.
            let output = lock.output
            async let quarantined = QuarantineFolder.publish(release, in: output)
            try write(release, to: staged)
            let files = staged.files
            let quarantine = try await quarantined
            let settlement = try staged.settle()
            if movesLatest || !latest.exists { try latest.point(to: manifest.releaseID) }
            return PublishedRelease(
                folder: "\(quarter)/\(manifest.releaseID)", files: files, quarantineFolder: quarantine,
                isUnchanged: settlement == .unchanged)
        } catch {
            staged.discard()
            throw error
        }
    }

    private static func write(_ release: Release, to staged: StagedFolder) throws {
        for appendix in release.appendices {
            let path = try staged.reserve(try FileName.check(appendix.fileName) + ".xlsx")
            try WorkbookWriter(created: release.created, scratch: staged.scratch).write(appendix, to: path)
        }
        for table in release.tables {
            try staged.write(TableCSV(table).bytes, to: try FileName.check(table.id) + ".csv")
        }
        for listing in release.listings {
            try staged.write(ListingCSV(listing: listing).bytes, to: try FileName.check(listing.id) + ".csv")
        }
        try staged.write(FiguresCSV(release.tables).bytes, to: "figures.csv")
        try staged.write(DataQualityCSV(quality: release.quality).bytes, to: "data-quality.csv")
        if let revisions = release.revisions {
            try staged.write(RevisionsCSV(revisions).bytes, to: "revisions.csv")
        }
        var manifest = release.manifest
        manifest.outputs = try staged.contents()
        try staged.write(try manifest.json(), to: "manifest.json")
    }
}
