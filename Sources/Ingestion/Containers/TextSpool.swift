import Crypto
import Files
import FoundationEssentials
import Synchronization
import SystemPackage

/// The text of tables that are too long to stay in memory. It lies in one file without a name, in blocks that are encrypted
/// with a key that only this process has: a table may hold personal data, and nothing of it may be left on the disk.
final class TextSpool: Sendable {
    /// The spool of the process.
    static let shared = TextSpool()

    /// How many bytes of text a block holds.
    static let blockLength = 1 << 16
    /// A block on the disk also holds the code by which a change would be noticed.
    private static let sealedLength = blockLength + 16

    private struct State {
        var file: FileDescriptor?
        var blocks = 0
    }

    private let key = SymmetricKey(size: .bits256)
    private let state = Mutex(State())

    /// Adds a block, and returns its number. Only the last block of a text may be shorter than the others.
    func add(_ block: [UInt8]) throws(Errno) -> Int {
        let (file, number) = try claim()
        let sealed: AES.GCM.SealedBox
        do { sealed = try AES.GCM.seal(block, using: key, nonce: Self.nonce(number)) } catch { throw .ioError }
        var bytes = Array(sealed.ciphertext)
        bytes += sealed.tag
        do { try file.writeAll(toAbsoluteOffset: Int64(number * Self.sealedLength), bytes) } catch {
            throw Errno(error)
        }
        return number
    }

    /// Returns the text of a block of the given length.
    func block(_ number: Int, length: Int) throws(Errno) -> [UInt8] {
        guard let file = state.withLock({ $0.file }) else { throw .badFileDescriptor }
        let wanted = length + 16
        var bytes = [UInt8](repeating: 0, count: wanted)
        var done = 0
        while done < wanted {
            let start = Int64(number * Self.sealedLength + done)
            let got: Int
            do {
                got = try bytes.withUnsafeMutableBytes {
                    try file.read(fromAbsoluteOffset: start, into: UnsafeMutableRawBufferPointer(rebasing: $0[done...]))
                }
            } catch { throw Errno(error) }
            guard got > 0 else { throw .ioError }
            done += got
        }
        do {
            let sealed = try AES.GCM.SealedBox(
                nonce: Self.nonce(number), ciphertext: bytes[..<length], tag: bytes[length...])
            return Array(try AES.GCM.open(sealed, using: key))
        } catch { throw .ioError }
    }

    /// Returns the file, which is made when it is first needed, and the number of the next block.
    private func claim() throws(Errno) -> (FileDescriptor, Int) {
        try state.withLock { (state: inout sending State) throws(Errno) in
            let file: FileDescriptor
            if let open = state.file { file = open } else { file = try SystemCall.openUnnamed(in: Self.folders) }
            state.file = file
            defer { state.blocks += 1 }
            return (file, state.blocks)
        }
    }

    /// Where temporary files may be; the first is on a disk on every system, the second may be in memory.
    static let folders = ["/var/tmp", "/tmp"]

    /// Each block has its own number, and each process its own key, so that no nonce is used twice with a key.
    private static func nonce(_ number: Int) throws -> AES.GCM.Nonce {
        try AES.GCM.Nonce(data: (0..<12).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> ($0 * 8)) : 0 })
    }
}
