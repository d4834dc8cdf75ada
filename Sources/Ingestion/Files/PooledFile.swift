import Files
import Synchronization
import SystemPackage

/// A file that is opened when it is needed. A landing folder can hold more files than a process can have open. Only
/// some files therefore stay open, and the others are opened again when they are read.
final class PooledFile: Sendable {
    /// A file descriptor, which is closed when it is no longer held.
    final class Descriptor: Sendable {
        let file: FileDescriptor

        init(_ file: FileDescriptor) { self.file = file }

        deinit { try? file.close() }

        /// Returns the file system's data about the file.
        func status(_ name: String) throws(ExtractError) -> Stat {
            do throws(Errno) { return try file.stat() } catch { throw .unreadable(file: name, errno: error) }
        }
    }

    private struct State {
        var open: Descriptor?
        /// The file's identity when it was first opened.
        var identity: FileIdentity?
    }

    private let name: String
    private let path: String
    private let state = Mutex(State())

    init(name: String, path: String) {
        self.name = name
        self.path = path
    }

    /// Requires the file to have this identity whenever it is opened again.
    func expect(_ identity: FileIdentity) { state.withLock { $0.identity = identity } }

    /// Opens the file for the holder of the descriptor only; no other reader shares it. Throws `ExtractError` when the
    /// file cannot be opened, or is no longer the same.
    func openAlone() throws(ExtractError) -> Descriptor {
        OpenCount.current?.add(path)
        let new: Descriptor
        do throws(Errno) {
            // Non-blocking, so that a pipe is reported as an unusable file and not waited for.
            new = Descriptor(try SystemCall.open(path, .readOnly, .nonBlocking))
        } catch { throw .unreadable(file: name, errno: error) }
        if let identity = state.withLock({ $0.identity }), FileIdentity(try new.status(name)) != identity {
            throw .changedWhileRead(file: name)
        }
        return new
    }

    /// Returns the descriptor of the open file, which is opened if necessary. Throws `ExtractError` when the file
    /// cannot be opened, or is no longer the same.
    func open() throws(ExtractError) -> Descriptor {
        if let known = state.withLock({ $0.open }) { return known }
        let new = try openAlone()
        keep(new)
        return new
    }

    /// Keeps the descriptor open for the next read.
    func keep(_ descriptor: Descriptor) {
        state.withLock { $0.open = descriptor }
        Self.pool.withLock { $0.replaceOldest(with: self) }?.close()
    }

    /// Returns the identity of the file now: of the open file, or otherwise of the file at the path. Throws
    /// `ExtractError` when the file is no longer there.
    func identityNow() throws(ExtractError) -> FileIdentity {
        if let open = state.withLock({ $0.open }) { return FileIdentity(try open.status(name)) }
        do throws(Errno) { return FileIdentity(try SystemCall.status(path)) } catch {
            throw .unreadable(file: name, errno: error)
        }
    }

    /// Releases the descriptor. A reader that uses the descriptor holds it until the read is done.
    private func close() { state.withLock { $0.open = nil } }

    private struct Weak { weak var file: PooledFile? }

    /// The files that are open, in a ring: the one that was opened first is closed first.
    private struct Pool {
        private var files: [Weak] = []
        private var oldest = 0

        /// Adds the file to the ring, and returns the oldest file if it has to be closed. Nil when the ring had space,
        /// or the oldest file is no longer held.
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

    /// The maximum number of files that stay open. A process may usually have 1,024 open files, and databases, outputs
    /// and programs need some of them.
    private static let maxOpen = 256
    private static let pool = Mutex(Pool())
}
