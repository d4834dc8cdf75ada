import CMiniZip
import Core
import Files
import SystemPackage

/// Reads and checks the directory of an archive.
enum ZipDirectory {
    /// Returns the files of the archive.
    static func members(path: String, name: String) throws(SpreadsheetError) -> [ZipArchive.Member] {
        let size = try fileSize(path, name)
        guard try FileSignature.hasWholeEnd(path: path, name: name, size: size), let archive = unzOpen64(path) else {
            throw .truncated(file: name)
        }
        defer { unzClose(archive) }
        var members: [ZipArchive.Member] = []
        var (names, packed) = (Set<String>(), 0)
        var status = unzGoToFirstFile(archive)
        while status == UNZ_OK {
            guard members.count < ArchiveLimits.members else {
                throw .tooManyMembers(file: name, limit: ArchiveLimits.members)
            }
            if let member = try member(archive, name) {
                guard names.insert(member.name).inserted else {
                    throw .duplicateMember(file: name, member: member.name)
                }
                // Bombs let their members share the same bytes.
                packed = packed.addingReportingOverflow(member.compressedSize).partialValue
                guard packed >= 0, packed <= size else { throw .damaged(file: name, part: member.name, .overlap) }
                members.append(member)
            }
            status = unzGoToNextFile(archive)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE else { throw .truncated(file: name) }
        return members
    }

    private static func fileSize(_ path: String, _ name: String) throws(SpreadsheetError) -> Int {
        switch try FileSignature.of(path: path, name: name) {
        case .zip: break
        case .compoundFile: throw .compoundFile(file: name)
        case .other: throw .notAnArchive(file: name)
        }
        do throws(Errno) {
            return Int(clamping: try SystemCall.status(path).size)
        } catch { throw .unreadable(file: name, errno: error) }
    }

    /// Returns the current entry; nil when it is a folder.
    private static func member(_ archive: unzFile, _ file: String) throws(SpreadsheetError) -> ZipArchive.Member? {
        var (info, place) = (unz_file_info64(), unz64_file_pos())
        var bytes = [CChar](repeating: 0, count: 4096)
        let length = bytes.count - 1
        let status = unzGetCurrentFileInfo64(archive, &info, &bytes, uLong(length), nil, 0, nil, 0)
        guard status == UNZ_OK, unzGetFilePos64(archive, &place) == UNZ_OK else { throw .truncated(file: file) }
        let isUTF8 = info.flag & 0x800 != 0
        let written = bytes.prefix(min(length, Int(clamping: info.size_filename))).map { UInt8(bitPattern: $0) }
        let name = CodePage437.name(written, isUTF8: isUTF8)
        guard info.size_filename <= length, isSafe(name) else { throw .unsafeName(file: file, member: name) }
        if name.hasSuffix("/") { return nil }
        guard let size = Int(exactly: info.uncompressed_size), let packed = Int(exactly: info.compressed_size) else {
            throw .damaged(file: file, part: name, .length)
        }
        return ZipArchive.Member(
            name: name, size: size, compressedSize: packed, crc32: UInt32(truncatingIfNeeded: info.crc),
            isEncrypted: info.flag & 1 != 0, modified: day(info.dosDate), method: Int(info.compression_method),
            position: place.pos_in_zip_directory, number: place.num_of_file)
    }

    /// Whether the name stays within the folder that the archive would be unpacked into.
    private static func isSafe(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && name.dropFirst().first != ":"
            && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
            && !name.unicodeScalars.contains { VisibleControls.isControl($0) }
    }

    /// The day in the form of MS-DOS: seven bits for the years since 1980, four for the month, five for the day.
    private static func day(_ date: UInt) -> CalendarDate? {
        let bits = Int(date >> 16 & 0xFFFF)
        return CalendarDate(year: 1980 + bits >> 9, month: bits >> 5 & 15, day: bits & 31)
    }
}
