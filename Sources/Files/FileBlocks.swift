import Glibc

/// A file read block by block.
package final class FileBlocks {
    private let path: String
    private let descriptor: Int32
    private var block = [UInt8](repeating: 0, count: 1 << 16)

    package init(_ path: String) throws(OutputFailure) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .using(path, errno) }
    }

    deinit { close(descriptor) }

    /// Returns the next block, which is shorter than the others, or empty, only at the end of the file.
    func next() throws(OutputFailure) -> ArraySlice<UInt8> {
        var filled = 0
        while filled < block.count {
            let got = block.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw .io(path: path, errno: errno)
            }
            if got == 0 { break }
            filled += got
        }
        return block[..<filled]
    }

    /// Returns everything that has not been read yet.
    package func rest() throws(OutputFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let block = try next()
            if block.isEmpty { return bytes }
            bytes += block
        }
    }

    /// Returns whether both files have the same bytes.
    package static func equal(_ a: String, _ b: String) throws(OutputFailure) -> Bool {
        let (a, b) = (try FileBlocks(a), try FileBlocks(b))
        while true {
            let (left, right) = (try a.next(), try b.next())
            guard left == right else { return false }
            if left.isEmpty { return true }
        }
    }
}
