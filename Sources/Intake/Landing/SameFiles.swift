import Core
import Files
import Ingestion
import SystemPackage

/// Finds extracts with the same bytes: copies under another name or in another folder, or links. One of them is read;
/// the others are left out and reported.
package struct SameFiles {
    /// The extracts without the copies.
    package let extracts: [LandedExtract]
    /// The copies, with the files that are read instead.
    package let copies: [String: String]
    /// The copies as files that are left out.
    package let leftOut: [LeftOutFile]
    /// The known hashes, including those that the comparison needed.
    package let known: KnownFiles

    /// Compares extracts. Only files of equal size are hashed. If copies have different days of delivery, the latest is
    /// read; otherwise the one with the shortest name.
    package init(_ extracts: [LandedExtract], known: KnownFiles, threads: Int) async throws(RunFailure) {
        // A file that is missing or cannot be read is refused when it is read.
        let files = extracts.map { $0.landed?.identity ?? FileIdentity(path: $0.path) }
        var groups: [Key: [Int]] = [:]
        for (index, file) in files.enumerated() {
            guard let file else { continue }
            let extract = extracts[index]
            groups[Key(source: extract.source, schema: extract.schema, size: file.size), default: []]
                .append(index)
        }
        let compared = groups.values.filter { $0.count > 1 }.flatMap(\.self).sorted()
        // Several links to one file are hashed once.
        var unknown: [FileIdentity: Int] = [:]
        for index in compared.reversed() {
            if let file = files[index], known[file] == nil { unknown[file] = index }
        }
        let toHash = unknown.values.sorted()
        let hashes = await Shares(threads: threads).map(toHash) { Self.hash(of: extracts[$0]) }
        var learnt = known
        do throws(ExtractError) {
            for hash in hashes {
                let (identity, sha256) = try hash.get()
                learnt.know(identity, sha256: sha256)
            }
        } catch { throw .refused([error]) }
        var byContent: [Content: [Int]] = [:]
        for index in compared {
            guard let file = files[index], let sha256 = learnt[file] else { continue }
            let extract = extracts[index]
            let content = Content(
                source: extract.source, schema: extract.schema, sha256: sha256, sheet: extract.landed?.sheet?.name)
            byContent[content, default: []]
                .append(index)
        }
        var copies: [Int: Int] = [:]
        for same in byContent.values where same.count > 1 {
            // A copy made by a browser has the longer name.
            let kept = same.max {
                (Self.day(extracts[$0]), extracts[$1].file.utf8.count, $1)
                    < (Self.day(extracts[$1]), extracts[$0].file.utf8.count, $0)
            }
            for index in same where index != kept { copies[index] = kept }
        }
        // Copies are not read later, so they are checked for changes here.
        do throws(ExtractError) {
            for index in copies.keys.sorted() { try extracts[index].landed?.checkUnchanged() }
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

    private static func hash(of extract: LandedExtract) -> Result<(FileIdentity, String), ExtractError> {
        Result { () throws(ExtractError) in
            let file = try extract.landedFile()
            // Whether the file still has these bytes is checked when all of it has been read.
            return (file.identity, try file.sha256())
        }
    }

    private struct Key: Hashable {
        let source, schema, size: Int
    }

    private struct Content: Hashable {
        let source, schema: Int
        let sha256: String
        /// The sheets of a workbook have its hash.
        let sheet: String?
    }
}

extension FileIdentity {
    /// Creates the identity of a regular file at the path; nil if there is none.
    fileprivate init?(path: String) {
        guard let status = try? SystemCall.status(path), status.type == .regular else { return nil }
        self.init(status)
    }
}
