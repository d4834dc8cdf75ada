import Files

/// The formats of a release's files.
package enum AppendixFormats {
    /// All formats, each defined in a file of its own. Messages and pages name them in this order.
    package static let all: [any AppendixFormat] = [
        XLSXFormat(),
        ODSFormat(),
        CSVFormat(),
    ]

    /// The names of all formats.
    package static var names: [String] { all.map(\.name) }

    /// The formats that are written next to a release, and that an option can ask for.
    package static var beside: [any AppendixFormat] { all.filter(\.isBeside) }

    /// Returns the format with the name; nil when there is none.
    package static func format(_ name: String) -> (any AppendixFormat)? { all.first { $0.name == name } }

    /// Returns the format of a file, by the ending of its name.
    package static func format(ofFile file: String) -> (any AppendixFormat)? { all.first { file.hasSuffix($0.suffix) } }

    /// The file names, on the search path, of the programs that make formats.
    package static var executables: [String] { all.compactMap { $0.converter?.executable } }
}
