import Glibc
import Synchronization

/// A file that is open while it is needed. A landing folder may hold more files than a process may have open: of all
/// of them only some stay open, and the others are opened again when they are read.
final class PooledFile: Sendable {
    /// A file descriptor, which is closed when it is no longer held.
    final class Descriptor: Sendable {
        let descriptor: Int32

        init(number descriptor: Int32) { self.descriptor = descriptor }

        deinit { Glibc.close(descriptor) }

        /// What the file system says of the file.
        func status(_ name: String) throws(ExtractError) -> stat {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw .unreadable(file: name, errno: errno) }
            return status
        }
    }

    private struct State {
        var open: Descriptor?
        /// What the file was when it was opened first.
        var identity: FileIdentity?
    }

    private let name: String
    private let path: String
    private let state = Mutex(State())

    init(name: String, path: String) {
        self.name = name
        self.path = path
    }

    /// From now on the file must be this one whenever it is opened again.
    func expect(_ identity: FileIdentity) { state.withLock { $0.identity = identity } }

    /// The file, opened for the holder of the descriptor alone. Throws `ExtractError` when it cannot be opened,
    /// or is no longer what it was.
    func openAlone() throws(ExtractError) -> Descriptor {
        OpenCount.current?.add(path)
        // A pipe must be reported as none of ours, not waited for.
        let number = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard number >= 0 else { throw .unreadable(file: name, errno: errno) }
        let new = Descriptor(number: number)
        if let identity = state.withLock({ $0.identity }), FileIdentity(try new.status(name)) != identity {
            throw .changedWhileRead(file: name)
        }
        return new
    }

    /// The open file. Throws `ExtractError` when it cannot be opened, or is no longer what it was.
    func open() throws(ExtractError) -> Descriptor {
        if let known = state.withLock({ $0.open }) { return known }
        let new = try openAlone()
        keep(new)
        return new
    }

    /// Lets the descriptor stay open for the next read.
    func keep(_ descriptor: Descriptor) {
        state.withLock { $0.open = descriptor }
        Self.pool.withLock { $0.replaceOldest(with: self) }?.close()
    }

    /// What the file is now: the open one, or when it is not open what the path leads to. Throws `ExtractError` when it is
    /// not there any longer.
    func identityNow() throws(ExtractError) -> FileIdentity {
        if let open = state.withLock({ $0.open }) { return FileIdentity(try open.status(name)) }
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreadable(file: name, errno: errno) }
        return FileIdentity(status)
    }

    /// Lets the descriptor go; a reader that uses it keeps it until the read is done.
    private func close() { state.withLock { $0.open = nil } }

    private struct Weak { weak var file: PooledFile? }

    /// The files that are open, in a ring: the one that was opened first is closed first.
    private struct Pool {
        private var files: [Weak] = []
        private var oldest = 0

        /// The file that has to be closed, unless the ring has space or the file is no longer held.
        mutating func replaceOldest(with file: PooledFile) -> PooledFile? {
            guard files.count == PooledFile.maxOpen else {
                files.append(Weak(file: file))
                return nil
            }
            defer {
                files[oldest] = Weak(file: file)
                oldest = (oldest + 1) % PooledFile.maxOpen
            }
            return files[oldest].file
        }
    }

    /// So many files stay open. A process may usually have 1,024, and databases, outputs and programs need some.
    private static let maxOpen = 256
    private static let pool = Mutex(Pool())
}
