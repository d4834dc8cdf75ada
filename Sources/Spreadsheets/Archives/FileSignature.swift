import Files
import SystemPackage

/// What the first bytes of a file say that it is.
package enum FileSignature: Hashable, Sendable {
    case zip
    /// The container of `.xls` and of encrypted workbooks.
    case compoundFile
    case other

    /// The bytes of an archive's end record, without the comment that follows it.
    private static let endRecord = 22

    /// Reads the first bytes of the file.
    package static func of(path: String, name: String? = nil) throws(SpreadsheetError) -> FileSignature {
        of(try bytes(path, name ?? path, from: 0, 8))
    }

    /// Whether the archive has its end record to the last byte. minizip reads beyond a record that is cut off.
    static func hasWholeEnd(path: String, name: String, size: Int) throws(SpreadsheetError) -> Bool {
        let tail = try bytes(path, name, from: max(0, size - endRecord - 0xFFFF), endRecord + 0xFFFF)
        guard tail.count >= endRecord else { return false }
        for start in stride(from: tail.count - endRecord, through: 0, by: -1)
        where tail[start] == 0x50 && tail[start...].starts(with: [0x50, 0x4B, 5, 6]) {
            let comment = Int(tail[start + endRecord - 2]) | Int(tail[start + endRecord - 1]) << 8
            if start + endRecord + comment <= tail.count { return true }
        }
        return false
    }

    /// Returns up to `count` bytes of the file from a place on.
    private static func bytes(
        _ path: String, _ name: String, from start: Int, _ count: Int
    ) throws(SpreadsheetError) -> [UInt8] {
        do throws(Errno) {
            let file = try SystemCall.open(path, .readOnly)
            defer { try? file.close() }
            var bytes = [UInt8](repeating: 0, count: count)
            var filled = 0
            while filled < count {
                let read: Int
                do {
                    read = try bytes.withUnsafeMutableBytes {
                        try file.read(
                            fromAbsoluteOffset: Int64(start + filled),
                            into: UnsafeMutableRawBufferPointer(rebasing: $0[filled...]))
                    }
                } catch { throw Errno(error) }
                if read == 0 { break }
                filled += read
            }
            return Array(bytes.prefix(filled))
        } catch {
            throw .unreadable(file: name, errno: error)
        }
    }

    /// What the bytes at the start of a file say.
    package static func of(_ bytes: some Sequence<UInt8>) -> FileSignature {
        let bytes = Array(bytes.prefix(8))
        if bytes == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] { return .compoundFile }
        // A member's header, an archive's end when it is empty, or the mark of one that was split.
        let zip: [[UInt8]] = [[0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x50, 0x4B, 7, 8]]
        return zip.contains { bytes.starts(with: $0) } ? .zip : .other
    }
}
