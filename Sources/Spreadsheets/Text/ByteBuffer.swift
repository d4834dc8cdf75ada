import Glibc

/// Bytes that grow. An array would check each access, and copy itself when it is shared.
struct ByteBuffer: ~Copyable {
    private(set) var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 256) {
        self.capacity = capacity
        start = Self.resized(nil, capacity)
    }

    deinit { free(start) }

    var isEmpty: Bool { count == 0 }
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    subscript(_ index: Int) -> UInt8 {
        get { start[index] }
        set { start[index] = newValue }
    }

    mutating func removeAll() { count = 0 }

    /// Forgets everything after the first `length` bytes.
    mutating func truncate(to length: Int) { count = min(count, length) }

    /// Forgets blanks at both ends.
    mutating func trim() {
        while count > 0, start[count - 1] <= 0x20 { count -= 1 }
        guard count > 0, start[0] <= 0x20 else { return }
        var blanks = 0
        while start[blanks] <= 0x20 { blanks += 1 }
        count -= blanks
        memmove(start, start + blanks, count)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(1) }
        start[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
        if length > capacity - count { grow(length) }
        memcpy(start + count, bytes, length)
        count += length
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let base = bytes.baseAddress { append(base, bytes.count) }
    }

    mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    mutating func append(repeating byte: UInt8, _ length: Int) {
        guard length > 0 else { return }
        if length > capacity - count { grow(length) }
        memset(start + count, Int32(byte), length)
        count += length
    }

    /// Replaces the bytes by those of a C string.
    mutating func assign(_ text: UnsafePointer<CChar>) {
        count = 0
        let length = strlen(text)
        text.withMemoryRebound(to: UInt8.self, capacity: length) { append($0, length) }
    }

    /// Calls the body with the bytes as a C string.
    mutating func withCString<T>(_ body: (UnsafePointer<CChar>) -> T) -> T {
        append(0)
        count -= 1
        return start.withMemoryRebound(to: CChar.self, capacity: count + 1) { body($0) }
    }

    private mutating func grow(_ length: Int) {
        capacity = max(capacity * 2, count + length)
        start = Self.resized(start, capacity)
    }

    /// Returns the memory with another size; large memory keeps its pages and is not copied.
    private static func resized(_ start: UnsafeMutablePointer<UInt8>?, _ capacity: Int) -> UnsafeMutablePointer<UInt8> {
        // Without memory nothing can be reported either; Swift's arrays end the program in the same way.
        guard let memory = realloc(start, capacity) else { fatalError("no memory for \(capacity) bytes") }
        return memory.assumingMemoryBound(to: UInt8.self)
    }
}
