public import Files
import Glibc
import SystemPackage

/// The lock on an output folder: the right to write into it, which at most one process has. The lock ends with
/// `release()`, with the object or with the process, whichever comes first.
public final class OutputLock {
    /// The output folder.
    public let output: String
    /// The open file that is locked; nil when it is released.
    private var held: FileDescriptor?

    /// Takes the lock, and makes the folder when it does not exist. Throws `locked` when another process still holds
    /// the lock after the given time.
    public init(output: String, waiting: Duration = .zero) throws(OutputFailure) {
        self.output = output
        try Folder.make(output, .shared)
        let layout = OutputLayout(output)
        try Folder.make(layout.state, .private)
        let path = layout.lock
        let file = try OutputFailure.creating(path) {
            try SystemCall.open(
                path, .readWrite, [.create, .noFollow], FileAccess.private.filePermissions)
        }
        let deadline = ContinuousClock.now + waiting
        do throws(Errno) {
            while true {
                // The lock is polled, because a wait in the kernel could only be ended by a signal.
                do throws(Errno) {
                    try SystemCall.lock(file)
                    break
                } catch { guard error == .wouldBlock, ContinuousClock.now < deadline else { throw error } }
                usleep(50_000)
            }
        } catch {
            try? file.close()
            throw error == .wouldBlock ? .locked(path: path) : .io(path: path, errno: error)
        }
        held = file
    }

    deinit { release() }

    /// Releases the lock.
    public func release() {
        guard let file = held else { return }
        held = nil
        // A child process that is being started at this moment has a copy of the descriptor, which would keep the lock.
        try? SystemCall.unlock(file)
        try? file.close()
    }
}
