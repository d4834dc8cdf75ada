import Files
public import FoundationEssentials
import Releases

/// The record of what a release withholds: the true numbers behind figures, and the hashes of extracts. It is in the
/// state folder, as the rows in quarantine are. The numbers are read when a release is issued, the hashes whenever a
/// release is compared with extracts.
public enum RecordFolder {
    /// Writes the record in the way releases are written. Writes nothing when the release withholds nothing.
    static func publish(_ release: Release, as releaseID: String, in output: String) throws {
        let hashes = release.manifest.withheldHashes
        guard release.record != nil || hashes != nil else { return }
        let staged = try StagedFolder(in: OutputLayout(output).disclosures, .private)
        do {
            if let record = release.record { try staged.write(record, to: numbers) }
            if let hashes { try staged.write(try PublishedJSON.bytes(of: hashes), to: self.hashes) }
            try staged.replace(releaseID)
        } catch {
            staged.discard()
            throw error
        }
    }

    /// Returns the withheld numbers of a release; nil when there are none.
    public static func record(of releaseID: String, in output: String) -> Data? {
        contents(of: numbers, releaseID, output)
    }

    /// Returns the hashes that a release withholds; nil when there are none, or when they are lost.
    static func hashes(of releaseID: String, in output: String) -> WithheldHashes? {
        contents(of: hashes, releaseID, output).flatMap { try? JSONDecoder().decode(WithheldHashes.self, from: $0) }
    }

    private static func contents(of file: String, _ releaseID: String, _ output: String) -> Data? {
        FileManager.default.contents(atPath: OutputLayout(output).disclosure(of: releaseID) + "/" + file)
    }

    private static let numbers = "numbers.json"
    private static let hashes = "hashes.json"
}
