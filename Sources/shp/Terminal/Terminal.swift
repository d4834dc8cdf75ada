import Core
import Glibc

/// Writes results to standard output, and messages to standard error.
enum Terminal {
    /// Whether progress may be shown: only on a terminal.
    static var isWatched: Bool {
        isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
    }

    /// Whether results may have colours: only on a terminal, and only when NO_COLOR is not set.
    static var isColoured: Bool {
        isatty(STDOUT_FILENO) == 1 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
            && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
    }

    /// The number of columns of the terminal on standard error.
    static var width: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Writes a text that already ends with a line break.
    static func result(unended text: String) { write(text, to: STDOUT_FILENO) }
    static func result(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
    /// Writes a message, with control characters escaped: a name or value cannot move the cursor or reverse the text.
    static func message(_ text: String) { write(escaped(text) + "\n", to: STDERR_FILENO) }

    /// Returns the text with every control character except line breaks and tabs written as its code point.
    static func escaped(_ text: String) -> String {
        VisibleControls.escaped(text) { VisibleControls.isControl($0) && $0 != "\n" && $0 != "\t" }
    }

    /// Replaces the progress line; an empty text clears it.
    static func progress(_ text: String) { write("\r\u{1B}[2K" + text, to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let done = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            // When standard error fails, there is nowhere to report it.
            guard done > 0 else { return }
            bytes = bytes.dropFirst(done)
        }
    }
}
