import Ingestion
import Tabular

/// Finds extracts with the same bytes: a copy under another name or in another folder, or a link. One of them is read, the
/// others are left out and reported.
enum SameFiles {
    /// The extracts less the copies, and the copies. Only files of equal size are hashed. Of copies with different days of
    /// delivery the latest is read, else the one with the shortest name.
    static func among(
        _ extracts: [LandedExtract], known: KnownFiles
    ) throws(RunFailure) -> (extracts: [LandedExtract], leftOut: [LeftOutFile]) {
        // A file that cannot be opened is refused where it is read.
        let files = extracts.map { try? LandedFile(name: $0.file, path: $0.path) }
        var groups: [Key: [Int]] = [:]
        for (index, file) in files.enumerated() {
            guard let file else { continue }
            let extract = extracts[index]
            groups[Key(source: extract.source, schema: extract.schema, size: file.identity.size), default: []]
                .append(index)
        }
        var copies: [Int: Int] = [:]
        do throws(ExtractRefusal) {
            for group in groups.values where group.count > 1 {
                var byContent: [String: [Int]] = [:]
                var hashes: [FileIdentity: String] = [:]
                for index in group {
                    guard let file = files[index] else { continue }
                    let hash: String =
                        if let found = hashes[file.identity] ?? known[file.identity] { found } else {
                            try file.sha256()
                        }
                    hashes[file.identity] = hash
                    byContent[hash, default: []].append(index)
                }
                for same in byContent.values where same.count > 1 {
                    // A browser's copy has the longer name.
                    let kept = same.max {
                        (day(extracts[$0]), extracts[$1].file.utf8.count, $1)
                            < (day(extracts[$1]), extracts[$0].file.utf8.count, $0)
                    }
                    for index in same where index != kept { copies[index] = kept }
                }
            }
        } catch { throw .refused([error]) }
        let leftOut = copies.sorted { $0.key < $1.key }.map { copy, kept in
            LeftOutFile(file: extracts[copy].file, rule: .sameFile, note: extracts[kept].file)
        }
        return (extracts.indices.filter { copies[$0] == nil }.map { extracts[$0] }, leftOut)
    }

    private static func day(_ extract: LandedExtract) -> Int32 { extract.days.first?.day.day ?? .min }

    private struct Key: Hashable {
        let source, schema, size: Int
    }
}
