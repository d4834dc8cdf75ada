import Glibc
import Synchronization

/// Ends the program when an input takes too long or too much memory. The input is then in its file.
final class Watchdog: Sendable {
    /// Seconds for one input.
    static let longest = 10
    /// The limit on the memory of the whole program, in KiB, and on its address space, in bytes. A program that needs
    /// more address space crashes.
    static let maxMemory = 1 << 20
    static let maxAddressSpace: rlim_t = 8 << 30

    private struct State {
        var input: String?
        var began = ContinuousClock.now
        var isStopped = false
    }

    private let state = Mutex(State())

    /// Starts a thread that watches the program.
    func start() {
        let watchdog = Unmanaged.passRetained(self)
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Watchdog>.fromOpaque(context).takeRetainedValue().watch()
                return nil
            }, watchdog.toOpaque())
    }

    func begin(_ input: String) { state.withLock { ($0.input, $0.began) = (input, ContinuousClock.now) } }
    func end() { state.withLock { $0.input = nil } }
    func stop() { state.withLock { $0.isStopped = true } }

    /// The most memory that the program has had, in KiB.
    static var peak: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss
    }

    private func watch() {
        while true {
            usleep(200_000)
            let now = state.withLock { $0 }
            if now.isStopped { return }
            guard let input = now.input else { continue }
            if ContinuousClock.now - now.began > .seconds(Self.longest) {
                print("HANG: \(input) has been read for more than \(Self.longest) seconds")
                exit(2)
            }
            if Self.peak > Self.maxMemory {
                print("MEMORY: \(Self.peak >> 10) MiB with \(input)")
                exit(3)
            }
        }
    }
}
