import Glibc

/// A window that slides over a file: it holds the bytes from its offset on, as many as fit. Blocks of 64 KiB stay in
/// the processor's cache; a mapped file would not.
struct ByteWindow: ~Copyable {
    /// How many bytes past the end can be read; their values have no meaning.
    static let padding = 64

    private let file: LandedFile
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Offset in the file of the window's first byte.
    private(set) var base: Int
    /// How many bytes the window holds.
    private(set) var count = 0
    /// Whether the window reaches the end of the file.
    private(set) var reachesEnd = false
    /// The check of the bytes; nil when they need none.
    private var utf8: UTF8Check?
    private var checkedTo: Int

    init(file: LandedFile, from offset: Int, checkingUTF8: Bool) {
        self.file = file
        base = offset
        checkedTo = offset
        utf8 = checkingUTF8 ? UTF8Check() : nil
        // One byte more than the size of a small file, so that the first read shows where the file ends.
        capacity = min(Self.usualLength, max(1 << 10, file.size - offset + 1))
        memory = .allocate(capacity: capacity + Self.padding)
    }

    private static let usualLength = 1 << 16

    deinit { memory.deallocate() }

    var bytes: UnsafePointer<UInt8> { UnsafePointer(memory) }

    /// Drops the first `used` bytes and fills the window up. The window grows when it is full and nothing can be
    /// dropped.
    mutating func advance(dropping used: Int) throws(ExtractError) {
        count -= used
        base += used
        if used > 0, count > 0 { memmove(memory, memory + used, count) }
        if count == capacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + Self.padding)
            larger.update(from: memory, count: count)
            memory.deallocate()
            memory = larger
            capacity *= 2
        }
        try fill()
    }

    /// Moves the window so that it starts at the offset.
    mutating func seek(to offset: Int) throws(ExtractError) {
        base = offset
        count = 0
        reachesEnd = false
        try fill()
    }

    private mutating func fill() throws(ExtractError) {
        guard !reachesEnd else { return }
        let got = try file.read(at: base + count, into: memory + count, count: capacity - count)
        reachesEnd = got < capacity - count
        let new = max(checkedTo, base + count)
        count += got
        guard utf8 != nil else { return }
        if base + count > new {
            let added = Span(_unsafeStart: bytes + (new - base), count: base + count - new)
            if let fault = utf8?.firstFault(added) {
                throw .notDecodable(file: file.name, offset: new + fault)
            }
            checkedTo = base + count
        }
        if reachesEnd, utf8?.isComplete == false {
            throw .notDecodable(file: file.name, offset: base + count)
        }
    }
}
