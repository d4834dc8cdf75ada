import Core
import FoundationEssentials
import Glibc
import SystemPackage

/// Writes results to standard output, and messages to standard error.
enum Terminal {
    /// Whether progress may be shown: only on a terminal.
    static var isWatched: Bool {
        isatty(STDERR_FILENO) == 1 && canDraw
    }

    /// Whether results may have colours: only on a terminal, and only when NO_COLOR is not set.
    static var isColoured: Bool {
        isatty(STDOUT_FILENO) == 1 && canDraw && environment["NO_COLOR", default: ""].isEmpty
    }

    private static var environment: [String: String] { ProcessInfo.processInfo.environment }
    private static var canDraw: Bool { environment["TERM", default: "dumb"] != "dumb" }

    /// The number of columns of the terminal on standard error.
    static var width: Int {
        var size = winsize()
        return unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Writes a text that already ends with a line break.
    static func result(unended text: String) { write(text, to: .standardOutput) }
    static func result(_ text: String) { write(text + "\n", to: .standardOutput) }
    /// Writes a message, with control characters escaped, so that a name or value cannot move the cursor or reverse the
    /// text.
    static func message(_ text: String) { write(escaped(text) + "\n", to: .standardError) }

    /// Returns the text with every control character except line breaks and tabs written as its code point.
    static func escaped(_ text: String) -> String {
        VisibleControls.escaped(text) { VisibleControls.isControl($0) && $0 != "\n" && $0 != "\t" }
    }

    /// Replaces the progress line; an empty text clears it.
    static func progress(_ text: String) { write("\r\u{1B}[2K" + text, to: .standardError) }

    private static func write(_ text: String, to descriptor: FileDescriptor) {
        // When standard error fails, there is nowhere to report it.
        _ = try? descriptor.writeAll(Array(text.utf8))
    }
}
