/// The difference between two versions of a file, in the format of `patch -p1` and `git apply`.
public enum UnifiedDiff {
    /// Returns one hunk that covers all differences, with three lines of context; empty when there are no differences.
    public static func section(path: String, from old: String, to new: String) -> String {
        let (old, new) = (lines(old), lines(new))
        let shorter = min(old.count, new.count)
        let prefix = (0..<shorter).first { old[$0] != new[$0] } ?? shorter
        let suffix =
            (0..<(shorter - prefix)).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] } ?? shorter - prefix
        guard prefix < max(old.count, new.count) - suffix else { return "" }
        let start = max(0, prefix - context)
        let after = min(context, suffix)
        let name = path.contains(" ") ? path + "\t" : path
        let oldCount = old.count - suffix + after - start
        let newCount = new.count - suffix + after - start
        var text = "--- a/\(name)\n+++ b/\(name)\n"
        text += "@@ -\(start + 1),\(oldCount) +\(start + 1),\(newCount) @@\n"
        for line in old[start..<prefix] { text += marked(" ", line) }
        for line in old[prefix..<(old.count - suffix)] { text += marked("-", line) }
        for line in new[prefix..<(new.count - suffix)] { text += marked("+", line) }
        for line in old[(old.count - suffix)..<(old.count - suffix + after)] { text += marked(" ", line) }
        return text
    }

    /// Splits the text into lines that include their line feeds. A carriage return before a line feed belongs to the
    /// line.
    static func lines(_ text: String) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        for byte in text.utf8 {
            lines[lines.count - 1].append(byte)
            if byte == UInt8(ascii: "\n") { lines.append([]) }
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func marked(_ mark: String, _ line: [UInt8]) -> String {
        mark + String(decoding: line, as: UTF8.self)
            + (line.last == UInt8(ascii: "\n") ? "" : "\n\\ No newline at end of file\n")
    }

    private static let context = 3
}
