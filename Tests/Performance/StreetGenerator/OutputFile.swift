import Glibc

/// A file, or the standard output, written in blocks of a megabyte. A failed write ends the program.
struct OutputFile {
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private var written = 0

    private static let blockSize = 1 << 20

    /// Nil stands for the standard output.
    init(_ path: String?) {
        descriptor = path.map { open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o644) } ?? STDOUT_FILENO
        if descriptor < 0 { Self.fail(path ?? "standard output") }
        pending.reserveCapacity(Self.blockSize + 4096)
    }

    mutating func write(_ bytes: [UInt8]) {
        pending += bytes
        if pending.count >= Self.blockSize { flush() }
    }

    mutating func flush() {
        var done = 0
        while done < pending.count {
            let count = pending.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
            }
            if count < 0 { Self.fail("output") }
            done += count
        }
        written += done
        pending.removeAll(keepingCapacity: true)
    }

    /// Ends the file and says how many bytes it has.
    mutating func close() -> Int {
        flush()
        if descriptor != STDOUT_FILENO { _ = Glibc.close(descriptor) }
        return written
    }

    private static func fail(_ what: String) -> Never {
        ErrorStream.tell("\(what): \(String(cString: strerror(errno)))")
        exit(74)
    }
}
