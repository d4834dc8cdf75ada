import Files
package import Ingestion
package import Records
import SystemPackage

/// The SHA-256 of extracts that were hashed before, by their identity in the file system. Hashing a file of 1.2 GB
/// takes most of a second. If the list is lost, only that time is lost.
public struct KnownFiles: Sendable {
    /// A file in the list of an output folder.
    private struct Entry: Codable {
        let device, inode: UInt64
        let size, modified: Int
        let sha256: String
        /// The file of an archive.
        var member: String?
    }

    private var digests: [FileIdentity: String] = [:]

    /// Creates an empty list.
    public init() {}

    /// Reads the list of an output folder. A file that was modified no earlier than the list is left out: it may have
    /// changed again within the resolution of the clock.
    public init(output: String) {
        let path = OutputLayout(output).knownFiles
        guard let status = try? SystemCall.status(path), let entries = KeptState.read([Entry].self, from: path)
        else { return }
        for entry in entries where entry.modified < status.modified && entry.sha256.utf8.count == 64 {
            let identity = FileIdentity(
                device: entry.device, inode: entry.inode, size: entry.size, modified: entry.modified,
                member: entry.member)
            digests[identity] = entry.sha256
        }
    }

    /// Adds the hash of a file.
    package mutating func know(_ identity: FileIdentity, sha256: String) { digests[identity] = sha256 }

    package subscript(identity: FileIdentity) -> String? { digests[identity] }

    /// Saves the hashes of a run's extracts for the next run. A run does not fail if they cannot be written.
    package static func remember(_ extracts: [ExtractOutcome], output: String) {
        let entries = extracts.map { extract in
            let file = extract.identity
            return Entry(
                device: file.device, inode: file.inode, size: file.size, modified: file.modified,
                sha256: extract.sha256, member: file.member)
        }
        KeptState.write(entries, to: OutputLayout(output).knownFiles)
    }
}
