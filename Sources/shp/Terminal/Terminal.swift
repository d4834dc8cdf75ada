import Core
import FoundationEssentials
import Glibc
import SystemPackage

/// Where results and messages go: results to standard output, messages to standard error.
enum Terminal {
    /// Whether progress may be shown: only on a terminal.
    static var isWatched: Bool {
        isatty(STDERR_FILENO) == 1 && canDraw
    }

    /// Whether results may have colours: only on a terminal, and not where NO_COLOR says otherwise.
    static var isColoured: Bool {
        isatty(STDOUT_FILENO) == 1 && canDraw && environment["NO_COLOR", default: ""].isEmpty
    }

    private static var environment: [String: String] { ProcessInfo.processInfo.environment }
    private static var canDraw: Bool { environment["TERM", default: "dumb"] != "dumb" }

    /// How many columns the terminal of standard error has.
    static var width: Int {
        var size = winsize()
        return unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Writes a text that ends its own lines.
    static func result(unended text: String) { write(text, to: .standardOutput) }
    static func result(_ text: String) { write(text + "\n", to: .standardOutput) }
    /// Names and values in a message may move no cursor and turn no text.
    static func message(_ text: String) { write(escaped(text) + "\n", to: .standardError) }

    /// The text with its own line breaks and tabs, every other control character as its number.
    static func escaped(_ text: String) -> String {
        VisibleControls.escaped(text) { VisibleControls.isControl($0) && $0 != "\n" && $0 != "\t" }
    }

    /// Replaces the line that progress stands on; an empty text clears it.
    static func progress(_ text: String) { write("\r\u{1B}[2K" + text, to: .standardError) }

    private static func write(_ text: String, to descriptor: FileDescriptor) {
        // When standard error fails, there is nowhere to report it.
        _ = try? descriptor.writeAll(Array(text.utf8))
    }
}
