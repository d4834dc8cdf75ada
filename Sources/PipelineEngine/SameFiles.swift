import Glibc
import Ingestion
import Tabular

/// Finds extracts with the same bytes: a copy under another name or in another folder, or a link. One of them is read, the
/// others are left out and reported.
struct SameFiles {
    /// The extracts less the copies.
    let extracts: [LandedExtract]
    /// The copies, with the files that are read in their place.
    let copies: [String: String]
    /// The copies as files that are left out.
    let leftOut: [LeftOutFile]
    /// What is known of files, with the hashes that the comparison took.
    let known: KnownFiles

    /// Compares extracts. Only files of equal size are opened and hashed. Of copies with different days of delivery the
    /// latest is read, else the one with the shortest name.
    init(_ extracts: [LandedExtract], known: KnownFiles) throws(RunFailure) {
        // A file that is not there or cannot be read is refused where it is read.
        let files = extracts.map { FileIdentity(path: $0.path) }
        var groups: [Key: [Int]] = [:]
        for (index, file) in files.enumerated() {
            guard let file else { continue }
            let extract = extracts[index]
            groups[Key(source: extract.source, schema: extract.schema, size: file.size), default: []]
                .append(index)
        }
        var copies: [Int: Int] = [:]
        var learnt = known
        do throws(ExtractRefusal) {
            for group in groups.values where group.count > 1 {
                var byContent: [String: [Int]] = [:]
                var hashes: [FileIdentity: String] = [:]
                for index in group {
                    guard let file = files[index] else { continue }
                    let hash: String
                    if let found = hashes[file] ?? known[file] {
                        hash = found
                    } else {
                        let landed = try LandedFile(name: extracts[index].file, path: extracts[index].path)
                        hash = try landed.sha256()
                        try landed.checkUnchanged()
                        learnt.know(landed.identity, sha256: hash)
                    }
                    hashes[file] = hash
                    byContent[hash, default: []].append(index)
                }
                for same in byContent.values where same.count > 1 {
                    // A browser's copy has the longer name.
                    let kept = same.max {
                        (Self.day(extracts[$0]), extracts[$1].file.utf8.count, $1)
                            < (Self.day(extracts[$1]), extracts[$0].file.utf8.count, $0)
                    }
                    for index in same where index != kept { copies[index] = kept }
                }
            }
        } catch { throw .refused([error]) }
        self.known = learnt
        leftOut = copies.sorted { $0.key < $1.key }.map { copy, kept in
            LeftOutFile(file: extracts[copy].file, rule: .sameFile, note: extracts[kept].file)
        }
        self.copies = Dictionary(
            copies.map { (extracts[$0.key].file, extracts[$0.value].file) }, uniquingKeysWith: { first, _ in first })
        self.extracts = extracts.indices.filter { copies[$0] == nil }.map { extracts[$0] }
    }

    private static func day(_ extract: LandedExtract) -> Int32 { extract.days.first?.day.day ?? .min }

    private struct Key: Hashable {
        let source, schema, size: Int
    }
}

extension FileIdentity {
    /// What the file system says of a regular file at the path; nil when there is none.
    fileprivate init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size),
            modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }
}
