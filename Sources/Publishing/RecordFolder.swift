public import FoundationEssentials

/// The true numbers behind the figures of a release that may have to be withheld. They lie in the state folder, as rows in
/// quarantine do, and are read when a release is issued.
public enum RecordFolder {
    /// Writes the record the way releases are written; nothing when the release has none.
    static func publish(_ release: Release, in output: String) throws {
        guard let record = release.record else { return }
        let staged = try StagedFolder(named: release.manifest.releaseID, in: OutputLayout(output).disclosures, .private)
        do {
            try staged.write(record, to: file)
            _ = try staged.settle(restoring: true)
        } catch {
            staged.discard()
            throw error
        }
    }

    /// The record of a release; nil when there is none.
    public static func record(of releaseID: String, in output: String) -> Data? {
        FileManager.default.contents(atPath: OutputLayout(output).disclosure(of: releaseID) + "/" + file)
    }

    private static let file = "numbers.json"
}
