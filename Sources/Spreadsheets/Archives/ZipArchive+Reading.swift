import CMiniZip

extension ZipArchive {
    /// The bytes that are read at once.
    package static let pieceSize = 1 << 16

    /// Calls the body with successive pieces of the member's bytes. Length and checksum are verified at the end, so a
    /// caller must not trust what it has read until the call returns.
    /// - Parameter limit: the largest size that is read.
    package func read(_ member: Member, limit: Int = .max, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try check(member, limit: limit, ratio: ArchiveLimits.ratio)
        let reader = try MemberReader(self, member)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try reader.read(into: buffer)
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Returns all bytes of a small member.
    func bytes(_ member: Member, limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try read(member, limit: limit) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Throws when the member is encrypted, too large, a bomb, or packed by an unknown method.
    func check(_ member: Member, limit: Int, ratio: Int) throws(SpreadsheetError) {
        guard !member.isEncrypted else { throw .encrypted(file: name, member: member.name) }
        guard member.method == 0 || member.method == 8 else {
            throw .unknownMethod(file: name, member: member.name, method: member.method)
        }
        guard member.size <= limit else { throw .memberTooLarge(file: name, member: member.name, limit: limit) }
        guard member.size <= ArchiveLimits.smallMember || member.size / ratio <= member.compressedSize else {
            throw .bomb(
                file: name, member: member.name, size: member.size, ratio: member.size / max(1, member.compressedSize))
        }
    }
}

/// A member that is open for reading.
final class MemberReader {
    private let archive: unzFile
    private let (file, member): (String, ZipArchive.Member)
    /// The bytes that have been read so far.
    private(set) var count = 0

    init(_ archive: ZipArchive, _ member: ZipArchive.Member) throws(SpreadsheetError) {
        guard let opened = unzOpen64(archive.path) else { throw .truncated(file: archive.name) }
        self.archive = opened
        self.member = member
        file = archive.name
        var place = unz64_file_pos(pos_in_zip_directory: member.position, num_of_file: member.number)
        guard unzGoToFilePos64(opened, &place) == UNZ_OK, unzOpenCurrentFile(opened) == UNZ_OK else {
            throw .damaged(file: file, part: member.name, .header)
        }
    }

    deinit {
        unzCloseCurrentFile(archive)
        unzClose(archive)
    }

    /// Fills the start of the buffer and returns the number of bytes, 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
        let read = Int(unzReadCurrentFile(archive, buffer.baseAddress, UInt32(clamping: buffer.count)))
        guard read >= 0 else { throw .damaged(file: file, part: member.name, .stream) }
        count += read
        guard read == 0 || count > member.size else { return read }
        guard count == member.size else { throw .damaged(file: file, part: member.name, .length) }
        guard unzCloseCurrentFile(archive) == UNZ_OK else { throw .damaged(file: file, part: member.name, .checksum) }
        return 0
    }
}
