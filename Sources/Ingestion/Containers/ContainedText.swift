import Core
import Crypto
import Files
import Synchronization
import SystemPackage

/// The text of a table in a workbook or an archive: in memory when it is short, otherwise in the spool.
struct ContainedText: Sendable {
    /// The number of bytes.
    let size: Int
    /// The plain SHA-256 of the bytes, in hexadecimal.
    let sha256: String
    private let memory: [UInt8]?
    /// The numbers of the blocks in the spool.
    private let blocks: [Int]

    /// All bytes, when they are in memory.
    var inMemory: [UInt8]? { memory }

    /// Reads up to `count` bytes at the offset; fewer only at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawPointer, count: Int) throws(Errno) -> Int {
        let end = min(size, offset + count)
        var position = offset
        while position < end {
            let block = position / TextSpool.blockLength
            let start = block * TextSpool.blockLength
            let bytes = try bytes(ofBlock: block)
            let length = min(end, start + bytes.count) - position
            bytes.withUnsafeBytes {
                (buffer + (position - offset)).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: $0[(position - start)...]).baseAddress
                        ?? UnsafeRawPointer(buffer),
                    byteCount: length)
            }
            position += length
        }
        return max(0, end - offset)
    }

    private func bytes(ofBlock block: Int) throws(Errno) -> [UInt8] {
        let start = block * TextSpool.blockLength
        let length = min(TextSpool.blockLength, size - start)
        if let memory { return Array(memory[start..<start + length]) }
        return try TextSpool.shared.block(blocks[block], length: length)
    }
}

extension ContainedText {
    /// Collects the text of a table piece by piece.
    struct Writer: ~Copyable {
        /// The longest text that stays in memory, and the limit for all such texts of the process together.
        private static let longest = 1 << 20
        private static let kept = Mutex(32 << 20)

        private var pending: [UInt8] = []
        private var blocks: [Int] = []
        private var size = 0
        private var hash = SHA256()

        mutating func append(_ piece: UnsafeRawBufferPointer) throws(Errno) {
            hash.update(bufferPointer: piece)
            size += piece.count
            pending.append(contentsOf: piece)
            if size > Self.longest { try spool(all: false) }
        }

        private mutating func spool(all: Bool) throws(Errno) {
            var start = 0
            while pending.count - start >= (all ? 1 : TextSpool.blockLength) {
                let end = min(pending.count, start + TextSpool.blockLength)
                blocks.append(try TextSpool.shared.add(Array(pending[start..<end])))
                start = end
            }
            pending.removeFirst(start)
        }

        /// Returns the whole text.
        consuming func finish() throws(Errno) -> ContainedText {
            let size = size
            let isKept =
                size <= Self.longest
                && Self.kept.withLock { left in
                    guard size <= left else { return false }
                    left -= size
                    return true
                }
            if !isKept { try spool(all: true) }
            return ContainedText(
                size: size, sha256: Hexadecimal.text(of: hash.finalize()), memory: isKept ? pending : nil,
                blocks: blocks)
        }
    }
}
