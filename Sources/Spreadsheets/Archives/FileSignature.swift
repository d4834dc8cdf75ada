import Files
import SystemPackage

/// What the first bytes of a file say that it is.
package enum FileSignature: Hashable, Sendable {
    case zip
    /// The container of `.xls` and of encrypted workbooks.
    case compoundFile
    case other

    /// Reads the first bytes of the file.
    package static func of(path: String, name: String? = nil) throws(SpreadsheetError) -> FileSignature {
        do throws(Errno) {
            let file = try SystemCall.open(path, .readOnly)
            defer { try? file.close() }
            var bytes = [UInt8](repeating: 0, count: 8)
            let count: Int
            do { count = try bytes.withUnsafeMutableBytes { try file.read(fromAbsoluteOffset: 0, into: $0) } } catch {
                throw Errno(error)
            }
            return of(bytes.prefix(count))
        } catch {
            throw .unreadable(file: name ?? path, errno: error)
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
