public import Files
import Glibc

/// The lock on an output folder: the right to write into it, which at most one process has. The lock ends with
/// `release()`, with the object or with the process, whichever comes first.
public final class OutputLock {
    /// The output folder.
    public let output: String
    private var descriptor: Int32

    /// Takes the lock, and makes the folder when it does not exist. Throws `locked` when another process still holds
    /// the lock after the given time.
    public init(output: String, waiting: Duration = .zero) throws(OutputFailure) {
        self.output = output
        try Folder.make(output, .shared)
        let layout = OutputLayout(output)
        try Folder.make(layout.state, .private)
        let path = layout.lock
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, FileAccess.private.fileMode)
        guard descriptor >= 0 else { throw .creating(path, errno) }
        let deadline = ContinuousClock.now + waiting
        var taken = flock(descriptor, LOCK_EX | LOCK_NB)
        // The lock is polled, because a wait in the kernel could only be ended by a signal.
        while taken != 0, errno == EWOULDBLOCK, ContinuousClock.now < deadline {
            usleep(50_000)
            taken = flock(descriptor, LOCK_EX | LOCK_NB)
        }
        guard taken == 0 else {
            let code = errno
            close(descriptor)
            descriptor = -1
            if code == EWOULDBLOCK { throw .locked(path: path) }
            throw .io(path: path, errno: code)
        }
    }

    deinit { release() }

    /// Releases the lock.
    public func release() {
        // A child process that is being started at this moment has a copy of the descriptor, which would keep the lock.
        if descriptor >= 0 {
            flock(descriptor, LOCK_UN)
            close(descriptor)
        }
        descriptor = -1
    }
}
