import Core
import Formats

/// A file that a page links to.
package struct PageDownload {
    let address, title, format: String
    /// The size in words; nil when it is not known before the page is written.
    let size: String?

    package init(_ file: String, title: String, below folder: String = "", bytes: Int?) {
        address = folder + file
        self.title = title
        format = Self.format(of: file)
        size = bytes.map(Self.size)
    }

    private static func format(of file: String) -> String {
        if let format = AppendixFormats.format(ofFile: file) { return format.title }
        return switch file.split(separator: ".").last {
        case "md": "Markdown text"
        case "json": "JSON"
        default: "file"
        }
    }

    /// Returns a size in words: `812 bytes`, `45 kB`, `1.2 MB`.
    package static func size(_ bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes) bytes" }
        let number = Rational(bytes)
        if bytes < 999_500 {
            return ((try? number.divided(by: Rational(1000))) ?? number).formatted(decimals: 0) + " kB"
        }
        return ((try? number.divided(by: Rational(1_000_000))) ?? number).formatted(decimals: 1) + " MB"
    }
}
