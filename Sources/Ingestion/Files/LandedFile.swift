public import Core
import Crypto
import Files
import Glibc
import Synchronization
package import SystemPackage

/// What identifies a version of a file without reading it.
public struct FileIdentity: Hashable, Sendable {
    /// The file's device and inode numbers.
    public let device, inode: UInt64
    /// The size in bytes.
    public let size: Int
    /// When the file was last written to, in nanoseconds since 1970.
    public let modified: Int
    /// The name of the file in the archive, when the file is one in a zip archive. Device, inode and time are then those of
    /// the archive.
    public let member: String?

    /// Creates an identity from its parts.
    public init(device: UInt64, inode: UInt64, size: Int, modified: Int, member: String? = nil) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
        self.member = member
    }

    /// Returns the identity of a file in the archive with this identity.
    func member(_ name: String, size: Int) -> FileIdentity {
        FileIdentity(device: device, inode: inode, size: size, modified: modified, member: name)
    }

    /// Creates the identity from what the file system says about a file.
    package init(_ status: Stat) {
        self.init(
            device: UInt64(status.deviceID.rawValue), inode: UInt64(status.inode.rawValue), size: Int(status.size),
            modified: status.modified)
    }
}

/// A file of the landing folder, opened for reading. Landed files must not change: a file that changes while it is read
/// is refused. A file in UTF-16 is converted to UTF-8, which is held in memory. Offsets, spans and `size` then belong
/// to the UTF-8 text, but the hash and `identity` belong to the file.
public final class LandedFile: Sendable {
    /// The path relative to the landing folder, with `/`; what messages and manifests call it.
    public let name: String
    /// The file's identity when it was opened.
    public let identity: FileIdentity
    /// The open file; nil for an extract in memory, and for a table in a workbook or an archive.
    private let opened: PooledFile?
    /// The table, when the file is one in a workbook or an archive.
    private let contained: ContainedTable?
    /// The UTF-16 encoding that the file is in; nil for every other encoding.
    let utf16: FileEncoding?
    /// The converted text of a file in UTF-16, the text of an extract in memory, or all bytes of a small file that is
    /// kept. Nil for every other file.
    private let text: [UInt8]?
    /// Whether all bytes of the file stay in memory; the file is then no longer open.
    public let isKept: Bool

    /// The first bytes, as they are read. They are enough for the name of the first column.
    public let head: [UInt8]
    private static let headLength = 256

    private struct Looked {
        /// All bytes of a small file that is not kept, during the first look at it.
        var bytes: [UInt8]?
        var sha256: String?
    }

    private let looked = Mutex(Looked())

    /// Whether the last byte is the end-of-file mark of old systems, 0x1A. The mark is not read.
    public let endsWithMark: Bool

    /// How many bytes could be read when the file was opened.
    public var size: Int { (text?.count ?? contained?.text.size ?? identity.size) - (endsWithMark ? 1 : 0) }

    /// The sheet that the text is made of; nil for every file that is not a sheet of a workbook. Its lines are the sheet's
    /// rows, with the same numbers.
    package var sheet: SheetFacts? { contained?.sheet }
    package var isSheet: Bool { sheet != nil }

    /// Creates an extract in memory, which is read like a file.
    public init(name: String, text: [UInt8]) {
        self.name = name
        self.text = text
        head = Array(text.prefix(Self.headLength))
        endsWithMark = text.last == Self.endMark
        utf16 = nil
        opened = nil
        contained = nil
        isKept = true
        identity = FileIdentity(device: 0, inode: 0, size: text.count, modified: 0)
    }

    /// Opens the file. Throws `ExtractError` when it is not a readable regular file, or is marked as UTF-16 but is not
    /// valid UTF-16. A small file is read at once and not opened again, as long as it fits into `kept`. A small file
    /// that does not fit is in memory until `forgetBytes()`. The path may be that of a table in a workbook or an archive.
    public convenience init(name: String, path: String, keepingIn kept: KeptBytes? = nil) throws(ExtractError) {
        if let place = ContainedPath(path) {
            let container = try OpenedContainer.open(place.container, name: name)
            try self.init(name: name, of: container.table(place.table, name: name))
        } else {
            try self.init(name: name, onDisk: path, keepingIn: kept)
        }
    }

    /// Returns whether a file is at the path, or a table of a workbook or an archive may be.
    public static func exists(_ path: String) -> Bool {
        ContainedPath(path) != nil || SystemCall.accessError(path, .present) == nil
    }

    private init(name: String, of table: ContainedTable) throws(ExtractError) {
        self.name = name
        contained = table
        opened = nil
        identity = table.identity
        isKept = table.text.inMemory != nil
        let start = try Self.bytes(of: table, name, 0, Self.headLength)
        utf16 = table.sheet == nil ? UTF16Text.order(Array(start.prefix(4))) : nil
        if let utf16 {
            guard table.text.size <= UTF16Text.longest else {
                throw .tooLongForUTF16(file: name, limit: UTF16Text.longest)
            }
            text = try Self.utf8(Self.bytes(of: table, name, 0, table.text.size), name, utf16)
        } else {
            text = table.text.inMemory
        }
        head = text.map { Array($0.prefix(Self.headLength)) } ?? start
        let end = try Self.bytes(of: table, name, max(0, table.text.size - 1), 1)
        // In a cell, the mark would be a character like any other.
        endsWithMark = table.sheet == nil && (text?.last ?? end.last) == Self.endMark
    }

    /// Opens a file on disk, also a workbook or an archive as a whole.
    init(name: String, onDisk path: String, keepingIn kept: KeptBytes? = nil) throws(ExtractError) {
        self.name = name
        contained = nil
        let opened = PooledFile(name: name, path: path)
        self.opened = opened
        let file = try opened.openAlone()
        let status = try file.status(name)
        guard status.type == .regular else { throw .notAFile(file: name) }
        identity = FileIdentity(status)
        opened.expect(identity)
        let descriptor = file.file
        if let kept, identity.size <= KeptBytes.longestFile {
            let all = try Self.bytes(descriptor, name, 0, identity.size)
            // A file that is shorter now is detected later by its identity, like any other change.
            if all.count == identity.size, UTF16Text.order(Array(all.prefix(4))) == nil {
                isKept = kept.take(identity.size)
                (utf16, text) = (nil, isKept ? all : nil)
                head = Array(all.prefix(Self.headLength))
                endsWithMark = all.last == Self.endMark
                if !isKept { looked.withLock { $0.bytes = all } }
                withExtendedLifetime(file) {}
                return
            }
        }
        isKept = false
        let first = try Self.bytes(descriptor, name, 0, Self.headLength)
        utf16 = UTF16Text.order(Array(first.prefix(4)))
        if let utf16 {
            text = try Self.utf8(descriptor, name, identity.size, utf16)
        } else {
            text = nil
        }
        head = text.map { Array($0.prefix(Self.headLength)) } ?? first
        let last = try Self.bytes(descriptor, name, max(0, identity.size - 1), 1)
        endsWithMark = (text?.last ?? last.last) == Self.endMark
        opened.keep(file)
        // The descriptor's number is valid only while the file is held.
        withExtendedLifetime(file) {}
    }

    private static let endMark: UInt8 = 0x1A

    /// Releases the bytes that are in memory only for the first look. From then on, the file is opened to be read.
    public func forgetBytes() { looked.withLock { $0.bytes = nil } }

    /// Whether all bytes can be read without opening the file.
    public var isInMemory: Bool { held != nil }
    private var held: [UInt8]? { text ?? looked.withLock { $0.bytes } }

    /// Returns the whole of a file in UTF-16 as UTF-8.
    private static func utf8(
        _ descriptor: FileDescriptor, _ name: String, _ size: Int, _ order: FileEncoding
    ) throws(ExtractError) -> [UInt8] {
        guard size <= UTF16Text.longest else { throw .tooLongForUTF16(file: name, limit: UTF16Text.longest) }
        return try utf8(bytes(descriptor, name, 0, size), name, order)
    }

    private static func utf8(
        _ bytes: [UInt8], _ name: String, _ order: FileEncoding
    ) throws(ExtractError) -> [UInt8] {
        do throws(UTF16Text.Fault) {
            return try UTF16Text(bytes, isBigEndian: order == .utf16BigEndian).utf8
        } catch {
            switch error {
            case .unpairedSurrogate(let line): throw .malformedUTF16(file: name, line: line)
            case .oddByte(let line): throw .truncated(file: name, line: line)
            }
        }
    }

    /// Reads up to `count` bytes at the offset; fewer only at the end of the file.
    public func read(at offset: Int, into buffer: UnsafeMutableRawPointer, count: Int) throws(ExtractError) -> Int {
        // A file that grows is detected by its identity; a mark at its end is not read.
        let count = endsWithMark ? max(0, min(count, size - offset)) : count
        guard let text = held else {
            if let contained { return try Self.read(contained, name, offset, buffer, count) }
            return try withDescriptor { descriptor throws(ExtractError) in
                try Self.read(descriptor, name, offset, buffer, count)
            }
        }
        let length = max(0, min(count, text.count - offset))
        text.withUnsafeBytes { text in
            if length > 0, let base = text.baseAddress { memcpy(buffer, base + offset, length) }
        }
        return length
    }

    private static func read(
        _ descriptor: FileDescriptor, _ name: String, _ offset: Int, _ buffer: UnsafeMutableRawPointer, _ count: Int
    ) throws(ExtractError) -> Int {
        var done = 0
        while done < count {
            let rest = UnsafeMutableRawBufferPointer(start: buffer + done, count: count - done)
            let got: Int
            do { got = try descriptor.read(fromAbsoluteOffset: Int64(offset + done), into: rest) } catch {
                throw .unreadable(file: name, errno: Errno(error))
            }
            if got == 0 { break }
            done += got
        }
        return done
    }

    private static func read(
        _ table: ContainedTable, _ name: String, _ offset: Int, _ buffer: UnsafeMutableRawPointer, _ count: Int
    ) throws(ExtractError) -> Int {
        do throws(Errno) { return try table.text.read(at: offset, into: buffer, count: count) } catch {
            throw .unreadable(file: name, errno: error)
        }
    }

    private static func bytes(
        _ descriptor: FileDescriptor, _ name: String, _ offset: Int, _ count: Int
    ) throws(ExtractError) -> [UInt8] {
        try bytes(count) { base throws(ExtractError) in try read(descriptor, name, offset, base, count) }
    }

    private static func bytes(
        of table: ContainedTable, _ name: String, _ offset: Int, _ count: Int
    ) throws(ExtractError) -> [UInt8] {
        let count = max(0, min(count, table.text.size - offset))
        return try bytes(count) { base throws(ExtractError) in try read(table, name, offset, base, count) }
    }

    private static func bytes(
        _ count: Int, _ fill: (UnsafeMutableRawPointer) throws(ExtractError) -> Int
    ) throws(ExtractError) -> [UInt8] {
        var failure: ExtractError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { memory, got in
            guard let base = memory.baseAddress else { return }
            do throws(ExtractError) { got = try fill(base) } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Returns the bytes of a span of the file.
    public func bytes(_ span: ByteSpan) throws(ExtractError) -> [UInt8] {
        let start = Int(span.offset)
        let length = endsWithMark ? max(0, min(Int(span.length), size - start)) : Int(span.length)
        if let text = held {
            if start == 0, length >= text.count { return text }
            let start = min(text.count, start)
            return Array(text[start..<min(text.count, start + length)])
        }
        if let contained { return try Self.bytes(of: contained, name, start, length) }
        return try withDescriptor { descriptor throws(ExtractError) in
            try Self.bytes(descriptor, name, start, length)
        }
    }

    /// Returns the plain SHA-256 of the whole file, in hexadecimal, as `sha256sum` prints it. For a sheet it is that of the
    /// workbook, and for a file in an archive that of the file.
    public func sha256() throws(ExtractError) -> String {
        if let contained { return contained.sha256 }
        if let known = looked.withLock({ $0.sha256 }) { return known }
        let sha256 = try hashed()
        looked.withLock { $0.sha256 = sha256 }
        return sha256
    }

    private func hashed() throws(ExtractError) -> String {
        var hash = SHA256()
        if utf16 == nil, let held {
            held.withUnsafeBytes { hash.update(bufferPointer: $0) }
            return Hexadecimal.text(of: hash.finalize())
        }
        let capacity = 1 << 18
        let block = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 64)
        defer { block.deallocate() }
        var offset = 0
        while true {
            let got = try withDescriptor { descriptor throws(ExtractError) in
                try Self.read(descriptor, name, offset, block, capacity)
            }
            if got == 0 { break }
            hash.update(bufferPointer: UnsafeRawBufferPointer(start: block, count: got))
            offset += got
        }
        return Hexadecimal.text(of: hash.finalize())
    }

    /// Throws when the file has changed since it was opened.
    public func checkUnchanged() throws(ExtractError) {
        try contained?.checkUnchanged(name)
        guard let opened else { return }
        guard try opened.identityNow() == identity else { throw .changedWhileRead(file: name) }
    }

    /// Calls the body with the file's descriptor, which stays open until the body returns; -1 for an extract in memory.
    private func withDescriptor<Result>(
        _ body: (FileDescriptor) throws(ExtractError) -> Result
    ) throws(ExtractError) -> Result {
        guard let opened else { return try body(FileDescriptor(rawValue: -1)) }
        let file = try opened.open()
        defer { withExtendedLifetime(file) {} }
        return try body(file.file)
    }
}

extension LandedFile {
    /// Returns the physical line, from 1, that holds the byte at the offset.
    public func line(ofByte offset: Int) throws(ExtractError) -> Int {
        var (line, position, previous) = (1, 0, UInt8(0))
        while position < min(offset, size) {
            let length = min(1 << 16, min(offset, size) - position)
            for byte in try bytes(ByteSpan(offset: UInt64(position), length: UInt32(length))) {
                if byte == 13 || (byte == 10 && previous != 13) { line += 1 }
                previous = byte
            }
            position += length
        }
        return line
    }
}
