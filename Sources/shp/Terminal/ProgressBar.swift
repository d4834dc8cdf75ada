import Intake
import Synchronization

/// A bar on the last line of a terminal: `[=======>      ]  52%  7 of 12 extracts  0:03  crime/2019-04.csv`.
final class ProgressBar: Sendable {
    /// The progress of a run.
    struct Share: Sendable {
        /// Bytes that have been read, and bytes of all extracts.
        let bytes, allBytes: Int
        /// Extracts that have been read, and the number of all extracts.
        let files, allFiles: Int
        /// The extract that was read last.
        let file: String
    }

    private struct State {
        var drawn: ContinuousClock.Instant?
        var isShown = false
        var most = 0
    }

    private let began = ContinuousClock.now
    private let state = Mutex(State())

    /// Draws the bar, at most ten times a second because a terminal is slower than a run.
    func show(_ share: Share) {
        state.withLock { state in
            let now = ContinuousClock.now
            if let drawn = state.drawn, now - drawn < .milliseconds(100), share.files < share.allFiles { return }
            // Threads report their chunks in any order, but the bar must not go back.
            state.most = max(state.most, share.allBytes > 0 ? min(100, share.bytes * 100 / share.allBytes) : 100)
            Terminal.progress(
                Self.line(percent: state.most, share, elapsed: began.duration(to: now), width: Terminal.width))
            state.drawn = now
            state.isShown = true
        }
    }

    /// Clears the bar from the terminal.
    func clear() {
        state.withLock { state in
            if state.isShown { Terminal.progress("") }
            state.isShown = false
        }
    }

    /// Returns the line, cut to the width of the terminal because a wrapped line could not be replaced.
    static func line(percent: Int, _ share: Share, elapsed: Duration, width: Int) -> String {
        let cells = 24
        let full = percent * cells / 100
        let bar =
            String(repeating: "=", count: max(0, full - 1)) + (full == 0 ? "" : full == cells ? "=" : ">")
            + String(repeating: " ", count: cells - full)
        let seconds = Int(elapsed.components.seconds)
        let clock = "\(seconds / 60):" + (seconds % 60 < 10 ? "0" : "") + "\(seconds % 60)"
        let number = String(repeating: " ", count: 3 - String(percent).count) + String(percent)
        let line = "[\(bar)] \(number)%  \(share.files) of \(share.allFiles) extracts  \(clock)  \(share.file)"
        return String(line.prefix(max(0, width - 1)))
    }
}

extension ProgressBar.Share {
    /// Creates the share from the progress that a run reports.
    init(_ progress: RunProgress) {
        switch progress {
        case .read(let file, let files, let allFiles, let bytes, let allBytes):
            self.init(bytes: bytes, allBytes: allBytes, files: files, allFiles: allFiles, file: file)
        }
    }
}
