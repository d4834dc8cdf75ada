import FoundationEssentials
import Glibc
import Ingestion
import Publishing

/// The SHA-256 of extracts that were hashed before, by what the file system says of them: a file of 1.2 GB takes most of
/// a second to hash. Losing it costs that time and nothing else.
public struct KnownFiles: Sendable {
    private var digests: [FileIdentity: String] = [:]

    /// Nothing known.
    public init() {}

    /// What an output folder knows. A file that was written to no earlier than the list itself is left out: it may have
    /// changed again within the clock's grain.
    public init(output: String) {
        let path = OutputLayout(output).knownFiles
        var status = stat()
        guard stat(path, &status) == 0, let data = FileManager.default.contents(atPath: path) else { return }
        let written = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 5, let device = UInt64(parts[0]), let inode = UInt64(parts[1]),
                let size = Int(parts[2]),
                let modified = Int(parts[3]), parts[4].utf8.count == 64, modified < written
            else { continue }
            digests[FileIdentity(device: device, inode: inode, size: size, modified: modified)] = String(parts[4])
        }
    }

    /// Takes up the hash of a file.
    mutating func know(_ identity: FileIdentity, sha256: String) { digests[identity] = sha256 }

    subscript(identity: FileIdentity) -> String? { digests[identity] }

    /// Remembers the extracts of a run for the next one. That it cannot be written is no reason for a run to fail.
    static func remember(_ extracts: [ExtractOutcome], output: String) {
        let lines = extracts.map { extract in
            let file = extract.identity
            return "\(file.device) \(file.inode) \(file.size) \(file.modified) \(extract.sha256)\n"
        }
        FileReplacement.keep(lines.joined(), at: OutputLayout(output).knownFiles)
    }
}
