public import Files
import Glibc
import SystemPackage

/// The right to write into an output folder; at most one process has it. It ends with `release()`, with the object or
/// with the process, whichever comes first.
public final class OutputLock {
    /// The output folder.
    public let output: String
    /// The open file that is locked; nil when it is released.
    private var held: FileDescriptor?

    /// Takes the right, making the folder when it is not there. Throws `locked` when another holds it, at once or when it
    /// still does after the given time.
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
                // Polled: a wait in the kernel could only be ended by a signal.
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
        // A program that is being started at this moment has a copy of the descriptor, which would keep the lock.
        try? SystemCall.unlock(file)
        try? file.close()
    }
}
