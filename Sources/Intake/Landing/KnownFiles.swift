import Files
package import Ingestion
package import Records
import SystemPackage

/// The SHA-256 of extracts that were hashed before, by what the file system says of them: a file of 1.2 GB takes most of
/// a second to hash. Losing it costs that time and nothing else.
public struct KnownFiles: Sendable {
    /// A file as the list of an output folder has it.
    private struct Entry: Codable {
        let device, inode: UInt64
        let size, modified: Int
        let sha256: String
    }

    private var digests: [FileIdentity: String] = [:]

    /// Nothing known.
    public init() {}

    /// What an output folder knows. A file that was written to no earlier than the list itself is left out: it may have
    /// changed again within the clock's grain.
    public init(output: String) {
        let path = OutputLayout(output).knownFiles
        guard let status = try? SystemCall.status(path), let entries = KeptState.read([Entry].self, from: path)
        else { return }
        for entry in entries where entry.modified < status.modified && entry.sha256.utf8.count == 64 {
            let identity = FileIdentity(
                device: entry.device, inode: entry.inode, size: entry.size, modified: entry.modified)
            digests[identity] = entry.sha256
        }
    }

    /// Takes up the hash of a file.
    package mutating func know(_ identity: FileIdentity, sha256: String) { digests[identity] = sha256 }

    package subscript(identity: FileIdentity) -> String? { digests[identity] }

    /// Remembers the extracts of a run for the next one. That it cannot be written is no reason for a run to fail.
    package static func remember(_ extracts: [ExtractOutcome], output: String) {
        let entries = extracts.map { extract in
            let file = extract.identity
            return Entry(
                device: file.device, inode: file.inode, size: file.size, modified: file.modified,
                sha256: extract.sha256)
        }
        KeptState.write(entries, to: OutputLayout(output).knownFiles)
    }
}
