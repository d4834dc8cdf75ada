public import Core
import Crypto
import Glibc
import Synchronization

/// What identifies a version of a file without reading it.
public struct FileIdentity: Hashable, Sendable {
    /// Where it lies.
    public let device, inode: UInt64
    /// How long it is.
    public let size: Int
    /// When it was last written to, in nanoseconds since 1970.
    public let modified: Int

    /// An identity from its parts.
    public init(device: UInt64, inode: UInt64, size: Int, modified: Int) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
    }

    init(_ status: stat) {
        self.init(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size),
            modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }
}

/// A file of the landing folder, opened for reading. Landed files are immutable: one that changes while it is
/// read is refused. One in UTF-16 is converted to UTF-8, which is held in memory: offsets, spans and
/// `size` are then those of that text, while the hash and `identity` are those of the file.
public final class LandedFile: Sendable {
    /// The path relative to the landing folder, with `/`; what messages and manifests call it.
    public let name: String
    /// The file system's data on it when it was opened.
    public let identity: FileIdentity
    /// The open file; nil for an extract in memory.
    private let opened: PooledFile?
    /// Which UTF-16 the file is in; nil for every other encoding.
    let utf16: FileEncoding?
    /// What is read in place of a file in UTF-16, or of no file at all; or all bytes of a small file that is kept.
    private let text: [UInt8]?
    /// Whether all bytes of the file are in memory; it is then open no longer.
    public let isKept: Bool

    /// The first bytes, as they are read: enough for the name of a first column.
    public let head: [UInt8]
    private static let headLength = 256

    private struct Looked {
        /// All bytes of a small file that is not kept, as long as it is looked at.
        var bytes: [UInt8]?
        var sha256: String?
    }

    private let looked = Mutex(Looked())

    /// Whether its last byte is the end-of-file mark of old systems, 0x1A. It is no part of what is read.
    public let endsWithMark: Bool

    /// Bytes that can be read, when it was opened.
    public var size: Int { (text?.count ?? identity.size) - (endsWithMark ? 1 : 0) }

    /// An extract in memory, which is read like a file.
    public init(name: String, text: [UInt8]) {
        self.name = name
        self.text = text
        head = Array(text.prefix(Self.headLength))
        endsWithMark = text.last == Self.endMark
        utf16 = nil
        opened = nil
        isKept = true
        identity = FileIdentity(device: 0, inode: 0, size: text.count, modified: 0)
    }

    /// Opens the file. Throws `ExtractError` when it is not a readable regular file, or marked as UTF-16 and not
    /// that. A small one is read at once and not opened again, as long as it fits into `kept`; one that does not is in
    /// memory until `forgetBytes()`.
    public init(name: String, path: String, keepingIn kept: KeptBytes? = nil) throws(ExtractError) {
        self.name = name
        let opened = PooledFile(name: name, path: path)
        self.opened = opened
        let file = try opened.openAlone()
        let status = try file.status(name)
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(file: name) }
        identity = FileIdentity(status)
        opened.expect(identity)
        let descriptor = file.descriptor
        if let kept, identity.size <= KeptBytes.longestFile {
            let all = try Self.bytes(descriptor, name, 0, identity.size)
            // One that is shorter now is noticed by its identity, as others are.
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
        // The number is only good while the file is held.
        withExtendedLifetime(file) {}
    }

    private static let endMark: UInt8 = 0x1A

    /// Lets the bytes go that are in memory for the first look alone; from then on the file is opened to be read.
    public func forgetBytes() { looked.withLock { $0.bytes = nil } }

    /// Whether all bytes can be read without opening the file.
    public var isInMemory: Bool { held != nil }
    private var held: [UInt8]? { text ?? looked.withLock { $0.bytes } }

    /// The whole of a file in UTF-16, as UTF-8.
    private static func utf8(
        _ descriptor: Int32, _ name: String, _ size: Int, _ order: FileEncoding
    ) throws(ExtractError) -> [UInt8] {
        guard size <= UTF16Text.longest else { throw .tooLongForUTF16(file: name, limit: UTF16Text.longest) }
        let bytes = try bytes(descriptor, name, 0, size)
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
        // A file that grows is noticed by its identity; a mark at its end is not read.
        let count = endsWithMark ? max(0, min(count, size - offset)) : count
        guard let text = held else {
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
        _ descriptor: Int32, _ name: String, _ offset: Int, _ buffer: UnsafeMutableRawPointer, _ count: Int
    ) throws(ExtractError) -> Int {
        var done = 0
        while done < count {
            let got = pread(descriptor, buffer + done, count - done, off_t(offset + done))
            if got < 0 {
                if errno == EINTR { continue }
                throw .unreadable(file: name, errno: errno)
            }
            if got == 0 { break }
            done += got
        }
        return done
    }

    private static func bytes(
        _ descriptor: Int32, _ name: String, _ offset: Int, _ count: Int
    ) throws(ExtractError) -> [UInt8] {
        var failure: ExtractError?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { memory, got in
            guard let base = memory.baseAddress else { return }
            do throws(ExtractError) { got = try read(descriptor, name, offset, base, count) } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// The bytes of a span of the file.
    public func bytes(_ span: ByteSpan) throws(ExtractError) -> [UInt8] {
        let start = Int(span.offset)
        let length = endsWithMark ? max(0, min(Int(span.length), size - start)) : Int(span.length)
        if let text = held {
            if start == 0, length >= text.count { return text }
            let start = min(text.count, start)
            return Array(text[start..<min(text.count, start + length)])
        }
        return try withDescriptor { descriptor throws(ExtractError) in
            try Self.bytes(descriptor, name, start, length)
        }
    }

    /// The plain SHA-256 of the whole file, in hexadecimal, as `sha256sum` prints it.
    public func sha256() throws(ExtractError) -> String {
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

    /// Throws when the file is no longer as it was when it was opened.
    public func checkUnchanged() throws(ExtractError) {
        guard let opened else { return }
        guard try opened.identityNow() == identity else { throw .changedWhileRead(file: name) }
    }

    /// Lends the file's descriptor, which stays open meanwhile; -1 for an extract in memory.
    private func withDescriptor<Result>(
        _ body: (Int32) throws(ExtractError) -> Result
    ) throws(ExtractError) -> Result {
        guard let opened else { return try body(-1) }
        let file = try opened.open()
        defer { withExtendedLifetime(file) {} }
        return try body(file.descriptor)
    }
}

extension LandedFile {
    /// The physical line, from 1, that holds the byte at the offset.
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
