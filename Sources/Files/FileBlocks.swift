import SystemPackage

/// A file read block by block.
package final class FileBlocks {
    private let path: String
    private let file: FileDescriptor
    private var block = [UInt8](repeating: 0, count: 1 << 16)

    /// Opens the file. A link at the end of the path is an error unless `followingLink` is true.
    package init(_ path: String, followingLink: Bool = true) throws(OutputFailure) {
        self.path = path
        file = try OutputFailure.using(path) {
            try SystemCall.open(path, .readOnly, followingLink ? [] : .noFollow)
        }
    }

    deinit { try? file.close() }

    /// Returns the next block. A block that is shorter than the others, or empty, shows the end of the file.
    func next() throws(OutputFailure) -> ArraySlice<UInt8> {
        var filled = 0
        while filled < block.count {
            let got = try OutputFailure.transferring(path) {
                try unsafe block.withUnsafeMutableBytes { try unsafe file.read(into: .init(rebasing: $0[filled...])) }
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
